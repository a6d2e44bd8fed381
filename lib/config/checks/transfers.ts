import { compareClassification, type Transfer } from '../../model';
import type { Profile } from '../../profiles';
import type { ProblemDraft } from '../problem';
import type { LandingZoneConfig } from '../schema';
import { oneOf } from '../shape';
import type { Path } from '../source';
import type { ProfileCheck } from './check';
import { unknownLevel } from './classification';

/**
 * Transfers have a known classification that the deployment model may hold, and days in their order; a Standard Contract is
 * about personal data, and lets it go to named places.
 */
export const checkTransfers: ProfileCheck = (config, profile) =>
  config.transfers.flatMap((transfer, index) => {
    const path = ['transfers', index];
    return [
      ...levelProblems(transfer, path, config, profile),
      ...dayProblems(transfer, path),
      ...contractProblems(transfer, path, config, profile),
    ];
  });

function levelProblems(
  { id, classification }: Transfer,
  path: Path,
  { deploymentModel }: LandingZoneConfig,
  profile: Profile,
): readonly ProblemDraft[] {
  const place = [...path, 'classification'];
  if (profile.classification.levels.length === 0) return [];
  if (!profile.classification.levels.includes(classification)) return [unknownLevel(place, classification, profile)];
  const { value: ceiling, source } = profile.ceilings[deploymentModel];
  if (ceiling === undefined || compareClassification(profile.classification, classification, ceiling) <= 0) return [];
  return [
    {
      path: place,
      message: `transfer "${id}" moves ${classification} information, above the ceiling of the deployment model ${deploymentModel}, which is ${ceiling} (${source})`,
      expected: `${ceiling} or below, the ceiling of ${deploymentModel}`,
      remedy: `move nothing above ${ceiling}, or remove the transfer`,
      source,
      dependsOn: [['deploymentModel']],
    },
  ];
}

function dayProblems({ id, start, expires, review }: Transfer, path: Path): readonly ProblemDraft[] {
  if (expires < start) {
    return [
      {
        path: [...path, 'expires'],
        message: `transfer "${id}" expires on ${expires}, before it starts on ${start}`,
        expected: `a day on or after ${start}`,
        remedy: 'correct one of the two days',
        dependsOn: [[...path, 'start']],
      },
    ];
  }
  if (review === undefined || (review >= start && review <= expires)) return [];
  return [
    {
      path: [...path, 'review'],
      message: `transfer "${id}" is to be reviewed by ${review}, while it is in force from ${start} to ${expires}`,
      expected: `a day from ${start} to ${expires}`,
      remedy: 'have it reviewed before it ends',
      dependsOn: [
        [...path, 'start'],
        [...path, 'expires'],
      ],
    },
  ];
}

/** The contract is about personal data: where none may be held, there is nothing for it to move. */
function contractProblems(
  { id, classification, standardContract, to }: Transfer,
  path: Path,
  { deploymentModel }: LandingZoneConfig,
  profile: Profile,
): readonly ProblemDraft[] {
  if (!standardContract) return [];
  const place = [...path, 'standardContract'];
  const refused = personalDataProblem(id, place, classification, deploymentModel, profile);
  const { destinations, effective, filed } = standardContract;
  const isPermitted = destinations.some((destination) => to.toLowerCase().includes(destination.toLowerCase()));
  return [
    ...refused,
    ...(isPermitted
      ? []
      : [
          {
            path: [...path, 'to'],
            message: `transfer "${id}" leads to ${to}, where its Standard Contract does not let the data go`,
            expected: oneOf(destinations),
            remedy: 'move the data to a destination of the contract; there is no onward transfer beyond them',
            dependsOn: [[...place, 'destinations']],
          },
        ]),
    ...(filed >= effective
      ? []
      : [
          {
            path: [...place, 'filed'],
            message: `the Standard Contract of transfer "${id}" was filed on ${filed}, before it took effect on ${effective}`,
            expected: `a day on or after ${effective}: it is filed within 10 working days of its effect`,
            remedy: 'correct one of the two days',
            dependsOn: [[...place, 'effective']],
          },
        ]),
  ];
}

function personalDataProblem(
  id: string,
  path: Path,
  classification: string,
  model: LandingZoneConfig['deploymentModel'],
  profile: Profile,
): readonly ProblemDraft[] {
  const { value: lowest, source: clause } = profile.personalDataLevel;
  const { value: ceiling, source } = profile.ceilings[model];
  if (lowest === undefined || profile.classification.levels.length === 0) return [];
  const scheme = profile.classification;
  if (ceiling !== undefined && compareClassification(scheme, lowest, ceiling) > 0) {
    return [
      {
        path,
        message: `transfer "${id}" rests on a GBA Standard Contract, which is about personal data; personal data is ${lowest} or above (${clause}), and the ceiling of the deployment model ${model} is ${ceiling} (${source})`,
        expected: `no Standard Contract under the deployment model ${model}`,
        remedy: 'move no personal data from here, or run the landing zone under a deployment model that may hold it',
        source: `${clause}, ${source}`,
        dependsOn: [['deploymentModel']],
      },
    ];
  }
  if (!scheme.levels.includes(classification) || compareClassification(scheme, classification, lowest) >= 0) return [];
  return [
    {
      path,
      message: `transfer "${id}" moves personal data under a Standard Contract but is classified ${classification}; personal data is ${lowest} or above (${clause})`,
      expected: `a transfer of ${lowest} or above`,
      remedy: `classify the transfer as ${lowest} or above`,
      source: clause,
      dependsOn: [path],
    },
  ];
}
