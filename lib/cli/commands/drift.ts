import { Command, Option } from 'commander';
import { CONFIG_FILE } from '../config-file';
import { RESULT_FORMATS, resultFormatValue } from '../formats';
import type { Session } from '../io';
import { countValue, failOnValue, nameValue } from '../option-values';
import type * as run from '../run/drift';
import { NOW, QUIET } from './shared-options';

export function driftCommand(session: Session): Command {
  return new Command('drift')
    .summary('compare what is deployed with what was designed')
    .description(
      'Read the deployed accounts by a role that may only read, write what is there as a cloud assembly, and judge it: by the rules, registers and waivers of "lionrock gate", and by comparison with the templates. What is otherwise, missing, in no template, or cannot be read is a finding. Nothing in the accounts is changed.',
    )
    .argument('[ASSEMBLY]', 'cloud assembly that was deployed (default: synthesized now)')
    .option('-c, --config <FILE>', 'config of the landing zone', CONFIG_FILE)
    .option('-o, --output <DIR>', 'folder for the assembly, where it is synthesized', 'cdk.out')
    .option('--deployed <DIR>', 'folder for what is there, written as a cloud assembly', '.lionrock/deployed')
    .option('--role <NAME>', 'role that reads in each account (default: the lookup role of the CDK bootstrap)')
    .option('--reachability', 'compare also who can open connections to whom')
    .option('--policy <FILE>', 'policy of the gate, below which no option goes; one in LIONROCK_POLICY holds as well')
    .option(
      '--waivers <FILE>',
      'register of waivers that count, beside those that the config names; repeatable',
      nameValue,
    )
    .option('--baseline <PATH>', 'earlier result to compare with: what it has is not new')
    .option(
      '--fail-on <WHAT>',
      'what fails the run: all, new (what --baseline does not have), or a severity and worse (critical, high, medium, low)',
      failOnValue,
      'all',
    )
    .option('--max-unknown <N>', 'most findings that may stay undecided', countValue, 0)
    .addOption(
      new Option('--inline <MODE>', 'suppressions inside templates: strict or honour, as "lionrock gate" has it')
        .choices(['strict', 'honour'])
        .default('strict'),
    )
    .option('--pack <NAME>', 'judge by another engine as well, as "lionrock gate" does; repeatable', nameValue)
    .option('--include-passed', 'list what passes as well')
    .option(
      '--format <F[=FILE]>',
      `${RESULT_FORMATS.join(', ')}, to standard output or a file; repeatable (default: text)`,
      resultFormatValue,
    )
    .addOption(NOW)
    .addOption(QUIET)
    .action(async (assembly: string | undefined, flags: run.DriftFlags) => {
      const { runDrift }: typeof run = require('../run/drift');
      session.status = await runDrift(assembly, flags, session);
    });
}
