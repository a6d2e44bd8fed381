import { Command } from 'commander';
import { changeFormatValue } from '../formats';
import type { Session } from '../io';
import { diffFailOnValue } from '../option-values';
import type * as run from '../run/diff';
import { ACCOUNT, ESTATE, NOW, PARAMETERS, PROFILE, QUIET, REGION } from './shared-options';

export function diffCommand(session: Session): Command {
  return new Command('diff')
    .summary('what changed in security terms')
    .description(
      'Say what changed in security terms: what opens or closes between zones, what can newly leave the jurisdiction, who can newly do what, what lost protection or logging, what is replaced or interrupted, which findings are new or fixed, what costs more. Exits with 0 whatever changed, unless --fail-on says otherwise.',
    )
    .argument('<BEFORE>', 'earlier state: a template, a directory, an assembly, or REV:PATH of git')
    .argument('[AFTER]', 'state to compare with it; only with --git it may be left out')
    .option('--git <REV>', 'compare with the state of the same path at this revision of git, in place of BEFORE')
    .option('-c, --config <FILE>', 'config of the landing zone: its profile and registers')
    .addOption(PROFILE)
    .addOption(REGION)
    .addOption(ACCOUNT)
    .addOption(PARAMETERS)
    .addOption(ESTATE)
    .option(
      '--fail-on <WHAT>',
      'exit with 1 for these changes, with commas between: changed (any but of cost), opened, weakened, new (findings), new ones of a severity and worse (critical, high, medium, low), or all findings',
      diffFailOnValue,
    )
    .option(
      '--format <F[=FILE]>',
      'text, json, markdown or html, to standard output or a file; repeatable (default: text)',
      changeFormatValue,
    )
    .addOption(NOW)
    .addOption(QUIET)
    .action(async (before: string, after: string | undefined, flags: run.DiffFlags) => {
      const { runDiff }: typeof run = require('../run/diff');
      session.status = await runDiff(before, after, flags, session);
    });
}
