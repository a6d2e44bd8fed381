import { Command } from 'commander';
import type { Session } from '../io';
import type * as run from '../run/doctor';
import { DOCUMENT_FORMAT } from './shared-options';

export function doctorCommand(session: Session): Command {
  return new Command('doctor')
    .summary('check this machine, the packages and the credentials')
    .description(
      'Check what everything rests on: Node.js, the packages, that cdk-nag really finds something, the config, the output folder and memory. When the environment has credentials: who AWS says you are, and whether every account of the config is ready: deployment role, region, bootstrap, quotas.',
    )
    .option('-c, --config <FILE>', 'config of the landing zone (default: landing-zone.yaml, if there is one)')
    .addOption(DOCUMENT_FORMAT)
    .action(async (flags: run.DoctorFlags) => {
      const { runDoctor }: typeof run = require('../run/doctor');
      session.status = await runDoctor(flags, session);
    });
}
