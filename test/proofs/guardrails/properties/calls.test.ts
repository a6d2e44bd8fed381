import type { Property } from '../../../../lib/proofs/guardrails';
import { BREAK_GLASS, denying, guardrails, policy } from './estate';

const ROOT = ['r-hk01'];
const under = (...statements: readonly object[]) => guardrails(policy('p', ROOT, statements));
const rcp = (...statements: readonly object[]) =>
  guardrails(policy('p', ROOT, statements, { Type: 'RESOURCE_CONTROL_POLICY' }));
const replicating = (...allowed: readonly string[]) =>
  under(denying('kms:ReplicateKey', { Condition: { StringNotEquals: { 'kms:ReplicaRegion': allowed } } }));
const REPLICA = { naming: { key: 'kms:replicaregion', regions: ['us-east-1', 'eu-west-1'] } };
const deleting = under(denying('kms:DeleteAlias'));
const EVERYWHERE = 'in af-south-1, ap-east-1, ap-east-2 and 31 more';
const NOBODY = 'nobody but roles that policies name can call';

/** Whether it holds, what it is called, and what shows that it does not. */
const said = ({ answer, name, counterexamples }: Property) => [
  answer,
  name,
  ...counterexamples.map(({ sentence }) => sentence),
];

test.each<[string, () => Property, readonly string[]]>([
  ['denied', () => deleting.nobodyCan(['kms:DeleteAlias']), ['yes', `${NOBODY} kms:DeleteAlias`]],
  [
    'denied to all but a named role',
    () => under(denying('kms:DeleteAlias', { Condition: BREAK_GLASS })).nobodyCan(['kms:DeleteAlias']),
    ['yes', `${NOBODY} kms:DeleteAlias`],
  ],
  [
    'denied in part',
    () => deleting.nobodyCan(['kms:DeleteAlias', 'kms:CreateKey']),
    [
      'no',
      `${NOBODY} kms:DeleteAlias or kms:CreateKey`,
      `in the root, any role can call kms:CreateKey ${EVERYWHERE}: no statement denies it`,
    ],
  ],
  [
    'asked for in one region',
    () => deleting.nobodyCan(['kms:CreateKey'], { regions: ['ap-east-1'] }),
    [
      'no',
      `${NOBODY} kms:CreateKey`,
      'in the root, any role can call kms:CreateKey in ap-east-1: no statement denies it',
    ],
  ],
  [
    'asked for with a key',
    () => deleting.nobodyCan(['kms:CreateKey'], { keys: { 'aws:viaawsservice': ['true'] } }),
    [
      'no',
      `${NOBODY} kms:CreateKey with aws:viaawsservice true`,
      `in the root, any role can call kms:CreateKey ${EVERYWHERE}: no statement denies it`,
    ],
  ],
  [
    'denied towards other regions',
    () => replicating('ap-east-1').nobodyCan(['kms:ReplicateKey'], REPLICA),
    ['yes', `${NOBODY} kms:ReplicateKey with kms:replicaregion any of us-east-1, eu-west-1`],
  ],
  [
    'denied towards some other regions',
    () => replicating('ap-east-1', 'us-east-1').nobodyCan(['kms:ReplicateKey'], REPLICA),
    [
      'no',
      `${NOBODY} kms:ReplicateKey with kms:replicaregion any of us-east-1, eu-west-1`,
      `in the root, any role can call kms:ReplicateKey ${EVERYWHERE}: p: 1 does not hold with kms:replicaregion us-east-1`,
    ],
  ],
  [
    'open to those outside',
    () => deleting.outsidersCannot('s3:GetObject'),
    [
      'no',
      'nobody outside the organisation can call s3:GetObject',
      `in the root, a role of an account outside can call s3:GetObject ${EVERYWHERE}: no statement denies it`,
    ],
  ],
  [
    'denied to those outside',
    () => perimeter({ StringNotEqualsIfExists: { 'aws:PrincipalOrgID': 'o-mine' } }).outsidersCannot('s3:GetObject'),
    ['yes', 'nobody outside the organisation can call s3:GetObject'],
  ],
  [
    'denied to the root user',
    () =>
      under(denying('*', { Condition: { ArnLike: { 'aws:PrincipalArn': 'arn:aws:iam::*:root' } } })).rootCanNothing(),
    ['yes', 'the root user of a member account can call nothing'],
  ],
])('a call that is %s', (_, property, expected) => {
  expect(said(property())).toEqual(expected);
});

test('a perimeter that those of no organisation pass does not hold', () => {
  const { answer } = perimeter({ StringNotEquals: { 'aws:PrincipalOrgID': 'o-mine' } }).outsidersCannot('s3:GetObject');
  const other = perimeter({ StringEquals: { 'aws:PrincipalOrgID': 'o-other' } }).outsidersCannot('s3:GetObject');
  expect([answer, other.answer]).toEqual(['yes', 'no']);
});

test('the root user can call what no statement denies', () => {
  const { answer, counterexamples } = deleting.rootCanNothing();
  expect(answer).toBe('no');
  expect(counterexamples[0]?.sentence).toMatch(/^in the root, the root user can call .* and [\d,]+ more in af-south-1/);
});

function perimeter(condition: object) {
  const Condition = { ...condition, BoolIfExists: { 'aws:PrincipalIsAWSService': 'false' } };
  return rcp(denying('s3:*', { Principal: '*', Condition }));
}
