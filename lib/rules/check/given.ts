import { holdsForEach, Unknown, type Value } from '../../template';
import { present, type Expectation } from './expectation';

/**
 * Set, if only to a parameter without a value: for what the service refuses to take empty, so that no deployment is
 * without it.
 */
export const given: Expectation = {
  expected: present.expected,
  shape: present.shape,
  test: (value) => holdsForEach(value, (option) => isNamedElsewhere(option) || present.test(option)),
};

function isNamedElsewhere(option: Value | undefined): boolean {
  return option instanceof Unknown && option.source !== undefined;
}
