import { Option, type Command } from 'commander';
import { PACK_NAMES } from '../../packs/names';
import { countValue, failOnValue, nameValue } from '../option-values';
import { ACCOUNT, ESTATE, NOW, PARAMETERS, REGION } from './shared-options';

/** Adds what says how to judge: the same for the gate and for what shows its result. */
export function withJudgingOptions(command: Command): Command {
  return command
    .option('-c, --config <FILE>', 'config of the landing zone: its profile and registers; makes each PATH an estate')
    .option('--policy <FILE>', 'policy of the gate, below which no option goes; one in LIONROCK_POLICY holds as well')
    .option(
      '--profile <ID>',
      'jurisdiction whose rules apply: a built-in profile, or a YAML file with your own (default: that of the config, else hk-s17)',
    )
    .addOption(REGION)
    .addOption(ACCOUNT)
    .addOption(PARAMETERS)
    .option(
      '--waivers <FILE>',
      'register of waivers that count, beside those that the config names; repeatable',
      nameValue,
    )
    .option(
      '--baseline <PATH>',
      'earlier state to compare with: a template, directory, assembly, saved JSON result, or REV:PATH of git',
    )
    .option(
      '--fail-on <WHAT>',
      'what fails the run: all, new (what --baseline does not have), or a severity and worse (critical, high, medium, low)',
      failOnValue,
      'all',
    )
    .option('--max-unknown <N>', 'most findings that may stay undecided', countValue, 0)
    .addOption(
      new Option(
        '--inline <MODE>',
        'suppressions inside templates: strict (findings, unless a register holds the same waiver) or honour (they waive)',
      )
        .choices(['strict', 'honour'])
        .default('strict'),
    )
    .addOption(ESTATE)
    .option(
      '--pack <NAME>',
      `judge by another engine as well: ${PACK_NAMES.join(', ')}, or a path to cfn-guard rules (a .guard file, or a folder of them); repeatable`,
      nameValue,
    )
    .addOption(NOW);
}
