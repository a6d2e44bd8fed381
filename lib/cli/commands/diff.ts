import { Command } from 'commander';
import type { Session } from '../io';
import { failOnValue } from '../option-values';
import type * as run from '../run/diff';
import { ACCOUNT, DOCUMENT_FORMAT, ESTATE, NOW, PARAMETERS, PROFILE, QUIET, REGION } from './shared-options';

export function diffCommand(session: Session): Command {
  return new Command('diff')
    .summary('what changed in security terms')
    .description(
      'Say what changed in security terms: what the change weakens, which findings are new, which are fixed. Exits with 0 whatever changed, unless --fail-on says otherwise.',
    )
    .argument('<BEFORE>', 'earlier state: a template, a directory, an assembly, or REV:PATH of git')
    .argument('<AFTER>', 'state to compare with it: a template, a directory or an assembly')
    .option('-c, --config <FILE>', 'config of the landing zone: its profile and registers')
    .addOption(PROFILE)
    .addOption(REGION)
    .addOption(ACCOUNT)
    .addOption(PARAMETERS)
    .addOption(ESTATE)
    .option(
      '--fail-on <WHAT>',
      'exit with 1 for these failures: new, new ones of a severity and worse (critical, high, medium, low), or all',
      failOnValue,
    )
    .addOption(DOCUMENT_FORMAT)
    .addOption(NOW)
    .addOption(QUIET)
    .action(async (before: string, after: string, flags: run.DiffFlags) => {
      const { runDiff }: typeof run = require('../run/diff');
      session.status = await runDiff(before, after, flags, session);
    });
}
