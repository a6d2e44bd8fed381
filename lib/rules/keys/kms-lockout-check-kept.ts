import { isNotTrue, property } from '../check';
import type { Rule } from '../rule';

/** KMS checks unless it is told otherwise. A key that nobody can administer is lost, with what it encrypts. */
export const kmsLockoutCheckKept: Rule = {
  id: 'kms-lockout-check-kept',
  control: 'KEY-07',
  severity: 'medium',
  message: 'KMS does not check that somebody can still change the key’s policy.',
  remediation: 'Remove BypassPolicyLockoutSafetyCheck.',
  types: ['AWS::KMS::Key'],
  scope: 'resource',
  evaluate: property('BypassPolicyLockoutSafetyCheck', isNotTrue),
};
