import { everyAccount } from '../check';
import { TEMPLATE } from '../declarations';
import type { Rule } from '../rule';

const TYPES = ['AWS::Config::ConfigurationRecorder'];

/** What a recorder that is here records is another rule’s question. */
export const estateRecordsConfiguration: Rule = {
  id: 'estate-records-configuration',
  control: 'GOV-11',
  message: 'Not every account of the landing zone records the configuration of its resources.',
  remediation: 'Add a ConfigurationRecorder to each account.',
  types: [...TYPES, TEMPLATE],
  scope: 'estate',
  evaluate: everyAccount({ types: TYPES, expected: 'a configuration recorder in every account' }),
};
