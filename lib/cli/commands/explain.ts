import { Command } from 'commander';
import type { Session } from '../io';
import type * as run from '../run/explain';

export function explainCommand(session: Session): Command {
  return new Command('explain')
    .summary('say in words what a control, rule, finding or profile is')
    .description('Say in words what a control, a rule, a finding or a profile is, with its sources.')
    .argument(
      '<ID>',
      'a control (NET-02), a rule (flow-registered), a profile (hk-s17, or the file of your own), or a finding of a saved result',
    )
    .option('--result <FILE>', 'result that "lionrock gate --format json=FILE" wrote, in which the finding stands')
    .action((id: string, { result }: { readonly result?: string }) => {
      const { runExplain }: typeof run = require('../run/explain');
      session.status = runExplain(id, result, session);
    });
}
