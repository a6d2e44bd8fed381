import { Command } from 'commander';
import { CONFIG_FILE } from '../config-file';
import type { Session } from '../io';
import type * as run from '../run/validate';
import { countValue } from '../option-values';
import { nowOption } from './shared-options';

export function validateCommand(session: Session): Command {
  return new Command('validate')
    .summary('check the config alone')
    .description(
      'Check the config and the registers that it names, offline: all errors at once, each with its place, what was expected, and the remedy.',
    )
    .option('-c, --config <FILE>', 'config of the landing zone', CONFIG_FILE)
    .addOption(nowOption('by which days of registers are judged'))
    .option(
      '--departments <N>',
      'say whether so many more departments fit: addresses and quotas; exit 1 when not',
      countValue,
    )
    .action((flags: run.ValidateFlags) => {
      const { runValidate }: typeof run = require('../run/validate');
      session.status = runValidate(flags, session);
    });
}
