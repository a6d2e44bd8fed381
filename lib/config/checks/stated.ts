import type { Profile } from '../../profiles';
import type { ProblemDraft } from '../problem';
import type { LandingZoneConfig } from '../schema';
import type { ProfileCheck } from './check';

/** What a landing zone rests on is stated: by the profile, or by the organisation that extends it. */
export const checkStated: ProfileCheck = (config, profile) => {
  const ceiling = profile.ceilings[config.deploymentModel];
  return [
    ...(profile.classification.levels.length > 0
      ? []
      : [unstated(profile, 'its classification levels', 'levels: [the least sensitive, …]')]),
    ...(ceiling.value === undefined
      ? [unstated(profile, `the ceiling of the deployment model ${config.deploymentModel}`, ceilingKey(config))]
      : []),
    ...(profile.zones.length > 0
      ? []
      : [unstated(profile, 'its zone model', 'zones: [{ name: application, title: Application, trust: 4 }, …]')]),
    ...retention(config, profile),
  ];
};

function ceilingKey({ deploymentModel }: LandingZoneConfig): string {
  return `ceilings: { ${deploymentModel}: one of the levels }`;
}

function unstated({ id, extends: base = id }: Profile, what: string, key: string): ProblemDraft {
  return {
    path: ['profile'],
    message: `the sources of ${base} do not state ${what}, and nobody invents it`,
    expected: `a profile that states it`,
    remedy:
      base === id
        ? `extend it under \`profiles\`, with \`extends: ${id}\` and \`${key}\`, and name your profile here`
        : `add \`${key}\` to the profile "${id}"`,
  };
}

function retention({ logging }: LandingZoneConfig, profile: Profile): readonly ProblemDraft[] {
  return (['infrastructure', 'application'] as const).flatMap((kind): ProblemDraft[] => {
    if (profile.retentionDays[kind].value !== undefined || logging.retentionDays[kind] !== undefined) return [];
    return [
      {
        path: ['logging', 'retentionDays', kind],
        message: `neither the profile ${profile.id} nor the config says how long ${kind} logs are kept`,
        expected: 'a number of days',
        remedy: `set logging.retentionDays.${kind}, or retentionDays.${kind} in a profile of your own`,
      },
    ];
  });
}
