import { Command } from 'commander';
import { RESULT_FORMATS, resultFormatValue } from '../formats';
import type { Session } from '../io';
import type * as run from '../run/gate';
import { withJudgingOptions } from './judging-options';
import { QUIET } from './shared-options';

export function gateCommand(session: Session): Command {
  const command = new Command('gate')
    .summary('check assemblies, templates and directories')
    .description(
      'Check cloud assemblies, templates and directories, and say pass, fail or unknown. Each PATH is judged by itself: a file stands alone, the templates of a directory or an assembly see each other.',
    )
    .argument('[PATH...]', 'what to check (default: cdk.out)');
  return withJudgingOptions(command)
    .option('--include-passed', 'list what passes as well')
    .option(
      '--format <F[=FILE]>',
      `${RESULT_FORMATS.join(', ')}, to standard output or a file; repeatable (default: text)`,
      resultFormatValue,
    )
    .option('--evidence <DIR>', 'folder for a bundle of evidence: sums, rules, registers, waivers, options, result')
    .addOption(QUIET)
    .action(async (paths: string[], flags: run.GateFlags) => {
      const { runGate }: typeof run = require('../run/gate');
      session.status = await runGate(paths, flags, session);
    });
}
