import type { Rule } from '../rule';
import { certificateKeyStrong } from './certificate-key-strong';
import { certificateTransparencyLogged } from './certificate-transparency-logged';
import { certificateValidatedByDns } from './certificate-validated-by-dns';
import { kmsAdministrationApartFromUse } from './kms-administration-apart-from-use';
import { kmsDeletionWindow } from './kms-deletion-window';
import { kmsGrantsBounded } from './kms-grants-bounded';
import { kmsKeyRotates } from './kms-key-rotates';
import { kmsLockoutCheckKept } from './kms-lockout-check-kept';
import { kmsNoReplicaKey } from './kms-no-replica-key';
import { kmsNoWorldPrincipal } from './kms-no-world-principal';
import { kmsPolicyManageable } from './kms-policy-manageable';
import { kmsRotationWithinYear } from './kms-rotation-within-year';
import { secretCustomerKey } from './secret-customer-key';
import { secretRotates } from './secret-rotates';

/** Rules of the family keys. */
export const keysRules: readonly Rule[] = [
  certificateKeyStrong,
  certificateTransparencyLogged,
  certificateValidatedByDns,
  kmsAdministrationApartFromUse,
  kmsDeletionWindow,
  kmsGrantsBounded,
  kmsKeyRotates,
  kmsLockoutCheckKept,
  kmsNoReplicaKey,
  kmsNoWorldPrincipal,
  kmsPolicyManageable,
  kmsRotationWithinYear,
  secretCustomerKey,
  secretRotates,
];
