/** Why cdk-nag's rules do not apply to the function of a deployment hook and what it may do, by rule. */
export const HOOK_REASONS = {
  rights: { 'AwsSolutions-IAM5[Resource::*]': 'X-Ray has no resource to name.' },
  function: {
    'NIST.800.53.R5-LambdaDLQ': 'CloudFormation waits for the answer of each call, and takes none as a refusal.',
    'NIST.800.53.R5-LambdaInsideVPC':
      'It reaches nothing but the payload that CloudFormation hands over, and must answer when the network is broken.',
  },
  rules: {
    'AwsSolutions-IAM5[Resource::*]':
      'The key of the rules is that of another account; its use is bound to the bucket in which they lie.',
  },
  /** Where none is reserved. */
  concurrency: { 'NIST.800.53.R5-LambdaConcurrency': 'New accounts have no concurrency to reserve.' },
} as const;
