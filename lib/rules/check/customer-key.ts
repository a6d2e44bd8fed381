import { and } from '../../model';
import { asText, DynamicReference, Partial, possibilities, Reference, Unknown, type Value } from '../../template';
import { present, type Expectation } from './expectation';

const AWS_ALIAS = /^aws\/|alias\/aws\//;

/**
 * A key of one's own: set, and not an alias of AWS (`alias/aws/…`, also written `aws/…`), whose policy and rotation
 * nobody here decides.
 */
export const customerKey: Expectation = {
  expected: 'a customer-managed key',
  shape: { is: 'all', inner: [{ is: 'set' }, { is: 'not-matching', pattern: AWS_ALIAS }] },
  test: (value) => and(present.test(value), ...possibilities(value).map((option) => !isAwsAlias(option))),
};

function isAwsAlias(value: Value | undefined): boolean {
  if (value instanceof Partial) return value.parts.some((part) => typeof part === 'string' && AWS_ALIAS.test(part));
  if (value instanceof DynamicReference || value instanceof Unknown || value instanceof Reference) return false;
  return AWS_ALIAS.test(asText(value) ?? '');
}
