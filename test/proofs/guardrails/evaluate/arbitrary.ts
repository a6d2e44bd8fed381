import fc from 'fast-check';
import type { AccessRequest, Principal } from '../../../../lib/proofs/guardrails';

// Requests and policies from a small world, so that they often meet.

const ACCOUNT = '111122223333';

const principal = fc.constantFrom<Principal>(
  { type: 'user', arn: `arn:aws:iam::${ACCOUNT}:user/bob` },
  {
    type: 'role',
    arn: `arn:aws:iam::${ACCOUNT}:role/deploy`,
    session: `arn:aws:sts::${ACCOUNT}:assumed-role/deploy/run`,
  },
  { type: 'root', account: ACCOUNT },
  { type: 'user', arn: 'arn:aws:iam::444455556666:user/eve' },
  { type: 'service', name: 'cloudtrail.amazonaws.com' },
  { type: 'anonymous' },
);

const KEYS = ['aws:RequestedRegion', 'aws:PrincipalTag/team', 's3:TlsVersion', 'aws:SecureTransport', 'aws:TagKeys'];
const value = fc.constantFrom(
  'ap-east-1',
  'us-east-1',
  'red',
  '1.2',
  'true',
  '',
  '${aws:PrincipalTag/team}',
  '*-east-?',
);

export const request: fc.Arbitrary<AccessRequest> = fc.record({
  action: fc.constantFrom('s3:GetObject', 's3:PutObject', 'kms:Decrypt', 'ec2:RunInstances'),
  resource: fc.constantFrom('*', 'arn:aws:s3:::bucket/a', `arn:aws:kms:ap-east-1:${ACCOUNT}:key/1`),
  resourceAccount: fc.constant(ACCOUNT),
  principal,
  context: fc.dictionary(
    fc.constantFrom(...KEYS),
    fc.oneof(value, fc.constant(null), fc.array(value, { maxLength: 2 })),
  ),
  otherKeys: fc.constantFrom('absent', 'unknown'),
});

const operator = fc
  .tuple(
    fc.constantFrom('', '', 'ForAnyValue:', 'ForAllValues:'),
    fc.constantFrom('StringEquals', 'StringNotEquals', 'StringLike', 'NumericLessThan', 'Bool', 'ArnLike', 'Unheard'),
    fc.constantFrom('', 'IfExists'),
  )
  .map((parts) => parts.join(''));

const condition = fc.dictionary(
  fc.oneof(operator, fc.constant('Null')),
  fc.dictionary(fc.constantFrom(...KEYS), fc.oneof(value, fc.array(value, { minLength: 1, maxLength: 2 })), {
    maxKeys: 2,
  }),
  { maxKeys: 2 },
);

const actions = fc.uniqueArray(fc.constantFrom('*', 's3:*', 's3:Get*', 'kms:Decrypt', 'ec2:RunInstances'), {
  minLength: 1,
  maxLength: 2,
});

export interface RawStatement {
  readonly Effect: 'Allow' | 'Deny';
  readonly [element: string]: unknown;
}

export function statement(effect: fc.Arbitrary<'Allow' | 'Deny'>): fc.Arbitrary<RawStatement> {
  return fc
    .record({
      Effect: effect,
      action: fc.tuple(fc.constantFrom('Action', 'Action', 'NotAction'), actions),
      resource: fc.tuple(
        fc.constantFrom('Resource', 'Resource', 'NotResource'),
        fc.constantFrom(
          '*',
          'arn:aws:s3:::bucket/*',
          'arn:aws:kms:*:*:key/*',
          'arn:aws:s3:::${aws:PrincipalTag/team}/*',
        ),
      ),
      Principal: fc.constantFrom('*', { AWS: ACCOUNT }, { AWS: `arn:aws:iam::${ACCOUNT}:user/bob` }),
      Condition: condition,
    })
    .map(({ action, resource, ...others }) => ({ ...others, [action[0]]: action[1], [resource[0]]: resource[1] }));
}

export const anyStatement = statement(fc.constantFrom('Allow', 'Allow', 'Deny'));
export const statements = fc.array(anyStatement, { maxLength: 4 });
