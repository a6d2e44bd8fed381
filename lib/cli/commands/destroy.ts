import { Command } from 'commander';
import { CONFIG_FILE } from '../config-file';
import type { Session } from '../io';
import { concurrencyValue, nameValue } from '../option-values';
import type * as run from '../run/destroy';
import { DOCUMENT_FORMAT, QUIET } from './shared-options';

export function destroyCommand(session: Session): Command {
  return new Command('destroy')
    .summary('take deployed stacks away, unless they keep data')
    .description(
      'Take deployed stacks away, in the reverse order of their deployment. It reads what was really deployed, and refuses when any of the stacks keeps data, is protected, or is needed by one that stays; then nothing is touched.',
    )
    .argument('[ASSEMBLY]', 'cloud assembly that was deployed (default: synthesized now)')
    .option('-c, --config <FILE>', 'config of the landing zone', CONFIG_FILE)
    .option('-o, --output <DIR>', 'folder for the assembly, where it is synthesized', 'cdk.out')
    .option('--account <NAME>', 'stacks of this account alone; repeatable', nameValue)
    .option('--stack <ID>', 'this stack alone, as in network/egress; repeatable', nameValue)
    .option('--dry-run', 'show what would go and what keeps data; touch nothing')
    .option('--concurrency <N>', 'most stacks at the same time', concurrencyValue, 4)
    .option('--yes', 'do not ask first; needed where nobody can answer')
    .addOption(DOCUMENT_FORMAT)
    .addOption(QUIET)
    .action(async (assembly: string | undefined, flags: run.DestroyFlags) => {
      const { runDestroy }: typeof run = require('../run/destroy');
      session.status = await runDestroy(assembly, flags, session);
    });
}
