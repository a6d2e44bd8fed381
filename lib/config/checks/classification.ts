import { compareClassification, nearest } from '../../model';
import type { Profile } from '../../profiles';
import type { ProblemDraft } from '../problem';
import type { AccountConfig, LandingZoneConfig } from '../schema';
import { oneOf } from '../shape';
import type { Path } from '../source';
import type { ProfileCheck } from './check';

/** What each account holds is known to the profile's scheme and not above the ceiling of the deployment model. */
export const checkClassification: ProfileCheck = (config, profile) => {
  // Levels that the profile does not state are missed once, not at every account.
  if (profile.classification.levels.length === 0) return [];
  return config.accounts.flatMap((account, index) => {
    const path = ['accounts', index, 'holds'];
    const { classification } = account.holds;
    if (!profile.classification.levels.includes(classification)) {
      return [unknownLevel([...path, 'classification'], classification, profile)];
    }
    return [
      ...aboveCeiling(config, profile, account, path),
      ...personalDataAboveCeiling(config, profile, account, path),
      ...underclassified(profile, account, path, config),
    ];
  });
};

/** A level that the scheme does not have. */
export function unknownLevel(path: Path, level: string, profile: Profile): ProblemDraft {
  const { levels } = profile.classification;
  const meant = nearest(level, levels);
  return {
    path,
    message: `"${level}" is not a classification of ${profile.title}${meant ? `: did you mean "${meant}"?` : ''}`,
    expected: oneOf(levels),
    remedy: meant ? `write ${meant}` : 'use a level of the profile’s scheme',
  };
}

function aboveCeiling(
  config: LandingZoneConfig,
  profile: Profile,
  account: AccountConfig,
  path: Path,
): readonly ProblemDraft[] {
  const { classification } = account.holds;
  const ceiling = profile.ceilings[config.deploymentModel];
  const model = config.deploymentModel;
  const highest = ceiling.value;
  if (highest === undefined || compareClassification(profile.classification, classification, highest) <= 0) return [];
  return [
    {
      path: [...path, 'classification'],
      message: `account "${account.name}" holds ${classification} information, above the ceiling of the deployment model ${model}, which is ${highest} (${ceiling.source})`,
      expected: `${highest} or below, the ceiling of ${model}`,
      remedy: `keep ${classification} information out of "${account.name}" and lower its classification to ${highest}, or${otherModel(profile, classification)}`,
      source: ceiling.source,
      dependsOn: [['deploymentModel']],
    },
  ];
}

/** Personal data has a lowest classification; where that is above the ceiling, none may be held. */
function personalDataAboveCeiling(
  config: LandingZoneConfig,
  profile: Profile,
  account: AccountConfig,
  path: Path,
): readonly ProblemDraft[] {
  const ceiling = profile.ceilings[config.deploymentModel];
  const lowest = profile.personalDataLevel;
  if (!account.holds.personalData || lowest.value === undefined || ceiling.value === undefined) return [];
  if (compareClassification(profile.classification, lowest.value, ceiling.value) <= 0) return [];
  const source = `${lowest.source}, ${ceiling.source}`;
  return [
    {
      path: [...path, 'personalData'],
      message: `account "${account.name}" holds personal data, which is ${lowest.value} or above (${lowest.source}); the ceiling of the deployment model ${config.deploymentModel} is ${ceiling.value} (${ceiling.source})`,
      expected: `no personal data under the deployment model ${config.deploymentModel}`,
      remedy: `keep personal data out of "${account.name}" and set personalData: false, or${otherModel(profile, lowest.value)}`,
      source,
      dependsOn: [['deploymentModel']],
    },
  ];
}

function underclassified(
  profile: Profile,
  account: AccountConfig,
  path: Path,
  config: LandingZoneConfig,
): readonly ProblemDraft[] {
  const { classification, personalData } = account.holds;
  const lowest = profile.personalDataLevel;
  const ceiling = profile.ceilings[config.deploymentModel].value;
  if (!personalData || lowest.value === undefined || ceiling === undefined) return [];
  // Where personal data is refused altogether, a higher classification would be no remedy.
  if (compareClassification(profile.classification, lowest.value, ceiling) > 0) return [];
  if (compareClassification(profile.classification, classification, lowest.value) >= 0) return [];
  return [
    {
      path: [...path, 'classification'],
      message: `account "${account.name}" holds personal data but is classified ${classification}; personal data is ${lowest.value} or above (${lowest.source})`,
      expected: `${lowest.value} or above`,
      remedy: `classify "${account.name}" as ${lowest.value} or above, or keep personal data out of it`,
      source: lowest.source,
      dependsOn: [[...path, 'personalData']],
    },
  ];
}

function otherModel(profile: Profile, level: string): string {
  const models = Object.entries(profile.ceilings).filter(
    ([, { value }]) => value !== undefined && compareClassification(profile.classification, level, value) <= 0,
  );
  const names = models.map(([model]) => model);
  return names.length === 0
    ? ' keep it outside the cloud: no deployment model of the profile allows it'
    : ` run it under the deployment model ${oneOf(names)}`;
}
