import { KEY_PROPERTIES } from './key-properties';
import { at, customerKey, judge } from '../check';
import type { Rule } from '../rule';

/**
 * Stores that have a rule of their own are not in the table; of those whose encryption can be off, only that the key
 * is one’s own is judged here.
 */
export const storeCustomerKey: Rule = {
  id: 'store-customer-key',
  control: 'KEY-02',
  message: 'The store is encrypted with a key that nobody here controls.',
  remediation: 'Name a customer-managed key.',
  types: Object.keys(KEY_PROPERTIES),
  scope: 'resource',
  evaluate: (resource) => {
    const [usual, ...others] = KEY_PROPERTIES[resource.type] ?? ['KmsKeyId'];
    const found = [...others, usual].map((path) => at(resource.properties, path)).find((each) => each.length > 0);
    return judge(found ?? [{ path: usual, value: undefined }], customerKey);
  },
};
