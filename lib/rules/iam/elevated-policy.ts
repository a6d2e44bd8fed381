import type { Trilean } from '../../model';
import { asText, partsOf, type Value } from '../../template';

const NAME = /(AdministratorAccess|PowerUserAccess|SystemAdministrator|\w*FullAccess)$/.source;
const ARN = new RegExp(`:aws:policy/(?:[\\w/-]*/)?${NAME}`);
const WHOLE_NAME = new RegExp(`^${NAME}`);

/**
 * Whether a value is the ARN of a policy of AWS for administration or a whole service; `unknown` where its end is made at
 * deployment.
 */
export function isElevatedPolicy(value: Value | undefined): Trilean {
  const last = partsOf(value)?.at(-1);
  return typeof last === 'string' ? ARN.test(last) : 'unknown';
}

/** Whether a value is the bare name of such a policy, as SAM takes it. */
export function isElevatedName(value: Value | undefined): boolean {
  return WHOLE_NAME.test(asText(value) ?? '');
}
