import { Command } from 'commander';
import type { Session } from '../io';
import type * as run from '../run/oscal';
import { withJudgingOptions } from './judging-options';

export function oscalCommand(session: Session): Command {
  const command = new Command('oscal')
    .summary('write the OSCAL documents of a system')
    .description(
      'Check as "gate" does, and write the set of OSCAL documents: catalog, component definition, system security plan (a skeleton), assessment plan, assessment results, and plan of action and milestones where something is open.',
    )
    .argument('[PATH...]', 'what to check (default: cdk.out)');
  return withJudgingOptions(command)
    .option('--include-passed', 'list what passes as well')
    .option('-o, --output <DIR>', 'folder to write to', 'oscal')
    .option('--quiet', 'print nothing')
    .action(async (paths: string[], flags: run.OscalFlags) => {
      const { runOscal }: typeof run = require('../run/oscal');
      session.status = await runOscal(paths, flags, session);
    });
}
