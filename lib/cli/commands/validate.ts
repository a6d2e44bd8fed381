import { Command } from 'commander';
import { CONFIG_FILE } from '../config-file';
import type { Session } from '../io';
import type * as run from '../run/validate';

export function validateCommand(session: Session): Command {
  return new Command('validate')
    .summary('check the config alone')
    .description(
      'Check the config alone, offline: all errors at once, each with its place, what was expected, and the remedy.',
    )
    .option('-c, --config <FILE>', 'config of the landing zone', CONFIG_FILE)
    .action(({ config: file }: { readonly config: string }) => {
      const { runValidate }: typeof run = require('../run/validate');
      session.status = runValidate(file, session);
    });
}
