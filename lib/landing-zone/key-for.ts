import type { DepartmentKey, KeyRing } from '../../constructs/keys';

/** Accounts may have fewer keys than purposes: what has no key of its own comes under the one for data. */
export function keyFor(ring: KeyRing, purpose: 'data' | 'logs' | 'secrets'): DepartmentKey {
  return ring.key(ring.purposes.includes(purpose) ? purpose : 'data');
}
