import { Command } from 'commander';
import { CONFIG_FILE } from '../config-file';
import type { Session } from '../io';
import type * as run from '../run/synth';

export function synthCommand(session: Session): Command {
  return new Command('synth')
    .summary('turn the config into a cloud assembly')
    .description('Turn the config into a cloud assembly, the whole landing zone or one account, offline.')
    .option('-c, --config <FILE>', 'config of the landing zone', CONFIG_FILE)
    .option('-o, --output <DIR>', 'folder for the assembly', 'cdk.out')
    .option('--account <NAME>', 'build this account alone')
    .action((flags: run.SynthFlags) => {
      const { runSynth }: typeof run = require('../run/synth');
      session.status = runSynth(flags, session);
    });
}
