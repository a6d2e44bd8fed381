import { Command } from 'commander';
import { formatValue } from '../formats';
import type { Session } from '../io';
import { accountIdValue, failOnValue, regionValue, timeValue } from '../option-values';
import type * as run from '../run/diff';

export function diffCommand(session: Session): Command {
  return new Command('diff')
    .summary('what changed in security terms')
    .description(
      'Say what changed in security terms: what the change weakens, which findings are new, which are fixed. Exits with 0 whatever changed, unless --fail-on says otherwise.',
    )
    .argument('<BEFORE>', 'earlier state: a template, a directory, an assembly, or REV:PATH of git')
    .argument('<AFTER>', 'state to compare with it: a template, a directory or an assembly')
    .option('-c, --config <FILE>', 'config of the landing zone: its profile and registers')
    .option('--profile <ID>', 'jurisdiction whose rules apply (default: that of the config, else hk-s17)')
    .option('--region <NAME>', 'region of the deployment, where the templates do not say it', regionValue)
    .option('--account <ID>', 'account id of the deployment, where the templates do not say it', accountIdValue)
    .option('--parameters <FILE>', 'values of template parameters, JSON or YAML')
    .option('--estate', 'run also the rules over whole estates, such as "there is an organisation trail"')
    .option(
      '--fail-on <WHAT>',
      'exit with 1 for these failures: new, new ones of a severity and worse (critical, high, medium, low), or all',
      failOnValue,
    )
    .option(
      '--format <F[=FILE]>',
      'text or json, to standard output or a file; repeatable (default: text)',
      formatValue,
    )
    .option('--now <TIME>', 'time of the judgement (default: the present, or SOURCE_DATE_EPOCH)', timeValue)
    .option('--quiet', 'print nothing but what --format asks for')
    .action(async (before: string, after: string, flags: run.DiffFlags) => {
      const { runDiff }: typeof run = require('../run/diff');
      session.status = await runDiff(before, after, flags, session);
    });
}
