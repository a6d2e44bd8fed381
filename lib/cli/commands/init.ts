import { Command } from 'commander';
import { CONFIG_FILE } from '../config-file';
import type { Session } from '../io';
import type * as run from '../run/init';

export function initCommand(session: Session): Command {
  return new Command('init')
    .summary(`write a commented ${CONFIG_FILE}, ready to edit`)
    .description(`Write a commented ${CONFIG_FILE}, ready to edit. A file that is there already is left as it is.`)
    .argument('[DIR]', 'folder for the file (default: this one)')
    .action((folder: string | undefined) => {
      const { runInit }: typeof run = require('../run/init');
      session.status = runInit(folder ?? '.', session);
    });
}
