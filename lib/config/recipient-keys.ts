import { createPublicKey } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import type { ProblemDraft } from './problem';
import type { LandingZoneConfig } from './schema';

const LEAST_BITS = 2048;

/**
 * The public keys of the recipients of exchanges are there, and are RSA keys.
 * @param folder Folder of the config, to which they are relative.
 */
export function recipientKeyProblems(config: LandingZoneConfig, folder: string): readonly ProblemDraft[] {
  return config.accounts.flatMap((account, index) =>
    account.workloads.flatMap((workload, at): readonly ProblemDraft[] => {
      if (workload.type !== 'exchange') return [];
      const found = describe(resolve(folder, workload.recipientKey));
      if (found === undefined) return [];
      return [
        {
          path: ['accounts', index, 'workloads', at, 'recipientKey'],
          message: `the recipient’s key of exchange "${workload.name}" ${found}: ${workload.recipientKey}`,
          expected: `a file with an RSA public key of ${LEAST_BITS} bits or more, as PEM, by a path relative to the folder of the config`,
          remedy: 'ask the recipient for the key, or correct the path',
        },
      ];
    }),
  );
}

/** What is wrong with a key; undefined when nothing is. */
function describe(path: string): string | undefined {
  if (statSync(path, { throwIfNoEntry: false })?.isFile() !== true) return 'is not there';
  try {
    const { asymmetricKeyType, asymmetricKeyDetails } = createPublicKey(readFileSync(path));
    const bits = asymmetricKeyDetails?.modulusLength ?? 0;
    return asymmetricKeyType === 'rsa' && bits >= LEAST_BITS
      ? undefined
      : `is ${asymmetricKeyType ?? 'nothing'} of ${bits} bits`;
  } catch {
    return 'cannot be read';
  }
}
