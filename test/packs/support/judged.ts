import { type App, type Stage, Validations } from 'aws-cdk-lib';
import { gate } from '../../../lib/gate';
import { HongKongGovernmentChecks } from '../../../lib/packs';
import { profileById } from '../../../lib/profiles';
import { reportOf } from './report';

export const WAYS = ['validateScope', 'the report of synthesis', 'the gate'] as const;

/** What is found in an app in each of the ways: lines of `rule at construct path`, sorted. */
export type Judged = Readonly<Record<(typeof WAYS)[number], readonly string[]>>;

/**
 * Judges an app before synthesis, at synthesis, and its assembly by the gate.
 * @param on Where the pack is registered. @default the app
 */
export async function judged(app: App, on: App | Stage = app): Promise<Judged> {
  const pack = new HongKongGovernmentChecks(app);
  const before = pack.validateScope(on).violations.flatMap(({ ruleName, violatingResources }) => {
    return violatingResources.map(({ constructPath }) => `${ruleName} at ${constructPath}`);
  });
  Validations.of(on).addPlugins(pack);
  app.synth();
  const reported = reportOf(app, pack.name)?.violations ?? [];
  const { findings } = await gate({ inputs: [app.outdir], profile: profileById('hk-s17') });
  const own = /^HongKongGovernment-/;
  return {
    validateScope: before.map((line) => line.replace(own, '')).toSorted(),
    'the report of synthesis': reported
      .flatMap(({ ruleName, violatingConstructs }) =>
        violatingConstructs.map(({ constructPath }) => `${ruleName.replace(own, '')} at ${constructPath}`),
      )
      .toSorted(),
    'the gate': findings
      .map(({ rule, status, constructPath }) => `${rule}${status === 'unknown' ? '[unknown]' : ''} at ${constructPath}`)
      .toSorted(),
  };
}
