import { everyAccount } from '../check';
import { TEMPLATE } from '../declarations';
import type { Rule } from '../rule';

const TYPES = ['AWS::GuardDuty::Detector'];

/** Whether a detector that is here is switched on is another rule’s question. */
export const estateDetectsThreats: Rule = {
  id: 'estate-detects-threats',
  control: 'DET-01',
  message: 'Not every account of the landing zone has threat detection.',
  remediation: 'Add a GuardDuty detector to each account.',
  types: [...TYPES, TEMPLATE],
  scope: 'estate',
  evaluate: everyAccount({ types: TYPES, expected: 'a threat detector in every account' }),
};
