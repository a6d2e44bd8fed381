import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Validations, type App } from 'aws-cdk-lib';
import { AwsSolutionsChecks, NIST80053R5Checks } from 'cdk-nag';
import { landingZoneApp } from '../../lib/landing-zone';
import { loaded } from './config';
import { peakMegabytes, secondsSince, type Peer } from './measurement';
import { templateTexts } from '../template-texts';
import { reportOf } from './peer-report';

const REPORT = 'validation-report.json';

/**
 * Synthesizes the landing zone in `folder` the plain way, with cdk-nag's packs AwsSolutions and NIST 800-53r5 on the app.
 * @throws Error when a pack failed, reported nothing, or did not look at every account.
 */
export function measurePeer(folder: string): Peer {
  const { config, profile, folder: configFolder } = loaded(join(folder, 'landing-zone.yaml'));
  const outdir = join(folder, 'peer');

  const started = performance.now();
  const app = landingZoneApp({ config, profile, configFolder, outdir });
  const packs = [new AwsSolutionsChecks(app), new NIST80053R5Checks(app)];
  Validations.of(app).addPlugins(...packs);
  synth(app, outdir);
  const seconds = secondsSince(started);

  const megabytes = peakMegabytes();
  const report = reportOf(join(outdir, REPORT), {
    packs: packs.map(({ name }) => name),
    accounts: config.accounts.map(({ name }) => name),
  });
  return { seconds, megabytes, ...report, ...sizeOf(outdir) };
}

/** Findings make synth throw after it has written everything, the report last: the packs are measured all the same. */
function synth(app: App, outdir: string): void {
  try {
    app.synth();
  } catch (error) {
    const findings = error instanceof Error && error.name === 'ValidationFailed' && existsSync(join(outdir, REPORT));
    if (!findings) throw error;
  }
}

function sizeOf(outdir: string): Pick<Peer, 'stacks' | 'resources'> {
  const resources = [...templateTexts(outdir).values()].map((text) => {
    const template = JSON.parse(text) as { readonly Resources?: object };
    return Object.keys(template.Resources ?? {}).length;
  });
  return { stacks: resources.length, resources: resources.reduce((sum, number) => sum + number, 0) };
}
