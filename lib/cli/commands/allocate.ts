import { Command } from 'commander';
import { CONFIG_FILE } from '../config-file';
import type { Session } from '../io';
import type * as run from '../run/allocate';

export function allocateCommand(session: Session): Command {
  return new Command('allocate')
    .summary('give free addresses to VPCs of the config that want some')
    .description(
      'Give the lowest free blocks of the address space to VPCs of the config that say "cidr: auto/21", and subnets to their zones and attachments that say "auto". They are entered in the file, whose comments and order stay; what is stated never moves.',
    )
    .option('-c, --config <FILE>', 'config of the landing zone', CONFIG_FILE)
    .option('--dry-run', 'say what would be given, and leave the file as it is')
    .action((flags: run.AllocateFlags) => {
      const { runAllocate }: typeof run = require('../run/allocate');
      session.status = runAllocate(flags, session);
    });
}
