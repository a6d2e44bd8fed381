import { aws_kms as kms } from 'aws-cdk-lib';
import { MAC_USE, SIGNING_USE, USE } from './key-actions';

/** What a key does: encrypt data, sign what others verify, or make codes that prove who wrote a message. */
export type KeyUse = 'encryption' | 'signing' | 'mac';

interface Usage {
  readonly actions: readonly string[];
  readonly keyUsage: kms.KeyUsage;
  /** The first is the usual one; all are at least as long as KEY-04 asks. */
  readonly specs: readonly kms.KeySpec[];
  /** Whether services take grants on it for their resources. */
  readonly granted: boolean;
}

const { KeySpec, KeyUsage } = kms;

export const KEY_USES: Readonly<Record<KeyUse, Usage>> = {
  encryption: {
    actions: USE,
    keyUsage: KeyUsage.ENCRYPT_DECRYPT,
    specs: [KeySpec.SYMMETRIC_DEFAULT],
    granted: true,
  },
  signing: {
    actions: SIGNING_USE,
    keyUsage: KeyUsage.SIGN_VERIFY,
    specs: [
      KeySpec.ECC_NIST_P256,
      KeySpec.ECC_NIST_P384,
      KeySpec.ECC_NIST_P521,
      KeySpec.RSA_2048,
      KeySpec.RSA_3072,
      KeySpec.RSA_4096,
    ],
    granted: false,
  },
  mac: {
    actions: MAC_USE,
    keyUsage: KeyUsage.GENERATE_VERIFY_MAC,
    specs: [KeySpec.HMAC_256, KeySpec.HMAC_384, KeySpec.HMAC_512],
    granted: false,
  },
};

/**
 * The algorithm of a key: the one asked for, or the usual one.
 * @param path of the construct, for the error.
 * @throws Error when a key for that use has no such algorithm.
 */
export function specOf(path: string, use: KeyUse, asked?: kms.KeySpec): kms.KeySpec {
  const [usual = KeySpec.SYMMETRIC_DEFAULT, ...others] = KEY_USES[use].specs;
  const spec = asked ?? usual;
  if ([usual, ...others].includes(spec)) return spec;
  throw new Error(
    `[${path}] keySpec: expected one of ${[usual, ...others].join(', ')} for ${use}, found ${spec}; choose one or leave it out`,
  );
}
