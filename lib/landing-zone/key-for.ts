import type { aws_kms as kms } from 'aws-cdk-lib';
import type { KeyRing, StoredKey } from '../../constructs/keys';

/** The keys of an account, by where their material is. */
export interface AccountKeys {
  /** In KMS, whoever made it. */
  readonly ring: KeyRing;
  /** In the key store of the department, by purpose. */
  readonly stored: ReadonlyMap<string, StoredKey>;
}

/** Accounts may have fewer keys than purposes: what has no key of its own comes under the one for data. */
export function keyFor({ ring, stored }: AccountKeys, purpose: 'data' | 'logs' | 'secrets'): kms.IKey {
  const has = stored.has(purpose) || ring.purposes.includes(purpose);
  const found = has ? purpose : 'data';
  return stored.get(found)?.key ?? ring.key(found);
}
