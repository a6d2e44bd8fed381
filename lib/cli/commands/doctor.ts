import { Command } from 'commander';
import type { Session } from '../io';
import type * as run from '../run/doctor';

export function doctorCommand(session: Session): Command {
  return new Command('doctor')
    .summary('check this machine, the packages and the credentials')
    .description(
      'Check what everything rests on: Node.js, the packages, that cdk-nag really finds something, the config, the output folder, memory, and who AWS says you are when the environment has credentials.',
    )
    .option('-c, --config <FILE>', 'config of the landing zone (default: landing-zone.yaml, if there is one)')
    .action(async ({ config }: { readonly config?: string }) => {
      const { runDoctor }: typeof run = require('../run/doctor');
      session.status = await runDoctor(config, session);
    });
}
