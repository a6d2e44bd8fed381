import { add, adding, edit, set, unset } from './edit';
import type { Operator } from './operator';

const KEY = 'AWS::KMS::Key';
const ROLE = 'AWS::IAM::Role';
const POLICY = 'AWS::IAM::ManagedPolicy';
const ADMIN = { Effect: 'Allow', Action: '*', Resource: '*' };

const trustOf = (principal: unknown) => ({
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Principal: principal, Action: 'sts:AssumeRole' }],
});

/** Keys, roles, rights. */
export const KEYS_AND_IDENTITY: readonly Operator[] = [
  { name: 'key rotation off', type: KEY, change: set('EnableKeyRotation', false), controls: ['KEY-05'] },
  {
    name: 'key policy open to everybody',
    type: KEY,
    change: adding('KeyPolicy.Statement', { Effect: 'Allow', Principal: '*', Action: 'kms:*', Resource: '*' }),
    controls: ['KEY-07', 'KEY-06', 'KEY-03', 'IDN-04', 'RES-14'],
  },
  {
    name: 'key usable by another account',
    type: KEY,
    change: adding('KeyPolicy.Statement', {
      Effect: 'Allow',
      Principal: { AWS: 'arn:aws:iam::999999999999:root' },
      Action: 'kms:Decrypt',
      Resource: '*',
    }),
    controls: ['RES-14', 'RES-17', 'KEY-03', 'KEY-07'],
  },
  {
    name: 'key administrators may use keys',
    type: KEY,
    change: adding('KeyPolicy.Statement', {
      Effect: 'Allow',
      Principal: { AWS: 'arn:aws:iam::110000000003:role/hk-government-key-administrator' },
      Action: 'kms:*',
      Resource: '*',
    }),
    controls: ['KEY-07'],
  },
  { name: 'key destroyed in a week', type: KEY, change: set('PendingWindowInDays', 7), controls: ['KEY-06'] },
  { name: 'key in many regions', type: KEY, change: set('MultiRegion', true), controls: ['RES-04'] },
  {
    name: 'key deleted with its stack',
    type: KEY,
    change: ({ resource }) => ((resource.DeletionPolicy = 'Delete'), true),
    controls: ['BKP-05', 'KEY-06', 'CHG-05'],
  },
  {
    name: 'all rights in a policy',
    type: POLICY,
    change: adding('PolicyDocument.Statement', ADMIN),
    controls: ['IDN-04'],
  },
  {
    name: 'all rights of a service in a policy',
    type: POLICY,
    change: adding('PolicyDocument.Statement', { Effect: 'Allow', Action: 's3:*', Resource: '*' }),
    controls: ['IDN-04'],
  },
  {
    name: 'any role may be passed on',
    type: POLICY,
    change: adding('PolicyDocument.Statement', { Effect: 'Allow', Action: 'iam:PassRole', Resource: '*' }),
    controls: ['IDN-04'],
  },
  {
    name: 'a way to new rights',
    type: POLICY,
    change: adding('PolicyDocument.Statement', {
      Effect: 'Allow',
      Action: ['iam:CreatePolicyVersion', 'iam:SetDefaultPolicyVersion'],
      Resource: 'arn:aws:iam::110000000003:policy/*',
    }),
    controls: ['IDN-04', 'IDN-05'],
  },
  {
    name: 'rights by exception',
    type: POLICY,
    change: adding('PolicyDocument.Statement', { Effect: 'Allow', NotAction: 'iam:*', Resource: '*' }),
    controls: ['IDN-04'],
  },
  {
    name: 'role of an administrator',
    type: ROLE,
    change: set('ManagedPolicyArns', ['arn:aws:iam::aws:policy/AdministratorAccess']),
    controls: ['IDN-04'],
  },
  {
    name: 'role open to everybody',
    type: ROLE,
    change: edit('AssumeRolePolicyDocument', () => trustOf('*')),
    controls: ['IDN-06'],
  },
  {
    name: 'role open to another account',
    type: ROLE,
    change: edit('AssumeRolePolicyDocument', () => trustOf({ AWS: 'arn:aws:iam::999999999999:root' })),
    controls: ['IDN-06', 'IDN-10', 'RES-14'],
  },
  { name: 'boundary of a role removed', type: ROLE, change: unset('PermissionsBoundary'), controls: ['IDN-05'] },
  {
    name: 'people as administrators',
    type: 'AWS::SSO::PermissionSet',
    change: set('ManagedPolicies', ['arn:aws:iam::aws:policy/AdministratorAccess']),
    controls: ['IDN-04', 'IDN-02'],
  },
  {
    name: 'a user with a long-lived key',
    type: ROLE,
    change: add({
      ExtraUser: { Type: 'AWS::IAM::User' },
      ExtraKey: { Type: 'AWS::IAM::AccessKey', Properties: { UserName: { Ref: 'ExtraUser' } } },
    }),
    controls: ['IDN-12', 'IDN-01'],
  },
];
