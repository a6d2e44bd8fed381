import { Command, Option } from 'commander';
import { CONFIG_FILE } from '../config-file';
import type { Session } from '../io';
import { concurrencyValue, nameValue } from '../option-values';
import type * as accounts from '../run/create-accounts';
import type * as run from '../run/deploy';
import { DOCUMENT_FORMAT, NOW, QUIET } from './shared-options';

export function deployCommand(session: Session): Command {
  return new Command('deploy')
    .summary('deploy the landing zone, once the gate lets it through')
    .description(
      'Synthesize the config, judge it, look at every account, and deploy wave after wave: organisation and guardrails, log archive and keys, audit, network, shared services, baselines, departments. Nothing is deployed unless the gate says pass; no option skips it. A run that failed or was killed goes on where it stood.',
    )
    .argument(
      '[ASSEMBLY]',
      'cloud assembly to deploy as it is, for example one that was reviewed (default: synthesized now)',
    )
    .option('-c, --config <FILE>', 'config of the landing zone', CONFIG_FILE)
    .option('-o, --output <DIR>', 'folder for the assembly, where it is synthesized', 'cdk.out')
    .option('--account <NAME>', 'deploy to this account alone; repeatable', nameValue)
    .option('--dry-run', 'judge, look at every account and show the waves; touch nothing')
    .option('--concurrency <N>', 'most stacks at the same time', concurrencyValue, 4)
    .addOption(
      new Option('--method <METHOD>', 'change-set (CloudFormation plans first) or direct (it changes at once)')
        .choices(['change-set', 'direct'])
        .default('change-set'),
    )
    .option('--state <FILE>', 'where the run notes what is done (default: .lionrock/NAME.deploy.json)')
    .option(
      '--create-accounts',
      'the first phase instead: adopt or make units and accounts, and enter their ids into the config',
    )
    .option('--yes', 'do not ask first')
    .option('--policy <FILE>', 'policy of the gate; one in LIONROCK_POLICY holds as well')
    .option(
      '--waivers <FILE>',
      'register of waivers that count, beside those that the config names; repeatable',
      nameValue,
    )
    .option('--pack <NAME>', 'judge by another engine as well, as "lionrock gate" does; repeatable', nameValue)
    .addOption(NOW)
    .addOption(DOCUMENT_FORMAT)
    .addOption(QUIET)
    .action(async (assembly: string | undefined, flags: run.DeployFlags & { readonly createAccounts?: true }) => {
      if (flags.createAccounts) {
        const { runCreateAccounts }: typeof accounts = require('../run/create-accounts');
        session.status = await runCreateAccounts(flags, session);
        return;
      }
      const { runDeploy }: typeof run = require('../run/deploy');
      session.status = await runDeploy(assembly, flags, session);
    });
}
