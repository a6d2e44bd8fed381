import type { ProfileCheck } from './check';
import { unknownLevel } from './classification';

/** Transfers have a known classification and do not expire before they start. */
export const checkTransfers: ProfileCheck = (config, profile) =>
  config.transfers.flatMap((transfer, index) => {
    const path = ['transfers', index];
    const { levels } = profile.classification;
    const known = levels.length === 0 || levels.includes(transfer.classification);
    const level = known ? [] : [unknownLevel([...path, 'classification'], transfer.classification, profile)];
    if (transfer.expires >= transfer.start) return level;
    return [
      ...level,
      {
        path: [...path, 'expires'],
        message: `transfer "${transfer.id}" expires on ${transfer.expires}, before it starts on ${transfer.start}`,
        expected: `a day on or after ${transfer.start}`,
        remedy: 'correct one of the two days',
        dependsOn: [[...path, 'start']],
      },
    ];
  });
