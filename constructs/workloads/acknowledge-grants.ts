import type { IConstruct } from 'constructs';
import { acknowledge } from '../acknowledge';

/** Accepts, for one role, the forms in which CDK writes what `grant*` methods give it. */
export function acknowledgeGrants(role: IConstruct): void {
  acknowledge(role, {
    'NIST.800.53.R5-IAMNoInlinePolicy':
      'CDK writes grants into a policy of this one role; it names single resources and goes when the role goes.',
    'AwsSolutions-IAM5[Action::kms:GenerateDataKey*]':
      'CDK’s grant names the family of data key actions, on the keys of the granted resources only.',
    'AwsSolutions-IAM5[Action::kms:ReEncrypt*]':
      'CDK’s grant names both directions of re-encryption, on the keys of the granted resources only.',
  });
}
