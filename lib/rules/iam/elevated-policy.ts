import type { Trilean } from '../../model';
import { partsOf, type Value } from '../../template';

const ELEVATED =
  /^(:?[\w:-]*:aws:policy\/(?:[\w/-]*\/)?)?(AdministratorAccess|PowerUserAccess|SystemAdministrator|\w*FullAccess)$/;

/**
 * Whether a value is the ARN of a policy of AWS for administration or a whole service; `unknown` where its end is made at
 * deployment.
 */
export function isElevatedPolicy(value: Value | undefined): Trilean {
  const last = partsOf(value)?.at(-1);
  return typeof last === 'string' ? ELEVATED.test(last) : 'unknown';
}
