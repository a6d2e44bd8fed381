import { edit, remove, set, unset, where } from './edit';
import type { Change, Operator } from './operator';

const POLICY = 'AWS::Organizations::Policy';

/** Controls of which a guardrail that binds nobody breaks one. */
const WHAT_A_GUARDRAIL_KEEPS = [
  'RES-01',
  'RES-02',
  'GOV-08',
  'GOV-09',
  'LOG-11',
  'RES-14',
  'KEY-06',
  'DET-01',
  'IDN-11',
  'RES-15',
  'RES-16',
  'GOV-01',
];

/** Replaces a text in what a policy says. */
const rewritten = (from: string, to: string): Change =>
  edit('Content', (content) => JSON.parse(JSON.stringify(content).replaceAll(from, to)) as unknown);

/** A guardrail whose statement about an action is dropped. */
const dropped = (name: string, text: string, controls: readonly string[]): Operator => ({
  name: `guardrail dropped: ${name}`,
  type: POLICY,
  change: edit('Content.Statement', (list) =>
    // A region deny lists what it spares under NotAction: it is not about that.
    (list as readonly object[]).filter((item) => !JSON.stringify({ ...item, NotAction: undefined }).includes(text)),
  ),
  controls,
});

/** What binds every account. */
export const ORGANIZATION: readonly Operator[] = [
  dropped('regions', 'aws:RequestedRegion', ['RES-01', 'RES-02']),
  dropped('leaving', 'organizations:LeaveOrganization', ['GOV-08']),
  dropped('the trail', 'cloudtrail:StopLogging', ['LOG-11', 'LOG-01']),
  dropped('detection', 'guardduty:DeleteDetector', ['DET-01', 'LOG-11']),
  dropped('keys', 'kms:ScheduleKeyDeletion', ['KEY-06']),
  dropped('keys in many regions', 'kms:MultiRegion', ['RES-04']),
  dropped('replicas of keys', 'kms:ReplicateKey', ['RES-04']),
  dropped('replicas of secrets', 'secretsmanager:ReplicateSecretToRegions', ['RES-05', 'RES-02']),
  dropped('copies of backups', 'backup:CopyTargets', ['RES-06', 'RES-02']),
  dropped('backups', 'backup:DeleteRecoveryPoint', ['BKP-05', 'BKP-02']),
  dropped('data perimeter', 'aws:PrincipalIsAWSService', ['RES-14']),
  dropped('users', 'iam:CreateUser', ['IDN-01', 'IDN-12']),
  dropped('access keys', 'iam:CreateAccessKey', ['IDN-12', 'IDN-01']),
  dropped('public access blocks', 's3:PutAccountPublicAccessBlock', ['RES-15']),
  {
    name: 'guardrail narrowed to one account',
    type: POLICY,
    change: where(
      'aws:RequestedRegion',
      edit('TargetIds', (targets) => (JSON.stringify(targets).includes('"r-') ? ['110000000011'] : targets)),
    ),
    controls: WHAT_A_GUARDRAIL_KEEPS,
  },
  {
    name: 'guardrail attached to nothing',
    type: POLICY,
    change: where('aws:RequestedRegion', unset('TargetIds')),
    controls: WHAT_A_GUARDRAIL_KEEPS,
  },
  {
    name: 'a region more in the guardrail',
    type: POLICY,
    change: rewritten('"aws:RequestedRegion":[', '"aws:RequestedRegion":["us-west-2",'),
    controls: ['RES-01'],
  },
  {
    name: 'a guardrail that spares every role',
    type: POLICY,
    change: where(
      'aws:RequestedRegion',
      rewritten('"aws:PrincipalArn":[', '"aws:PrincipalArn":["arn:aws:iam::*:role/*",'),
    ),
    controls: ['RES-01', 'RES-02', 'GOV-08', 'LOG-11', 'KEY-06', 'DET-01', 'IDN-12', 'BKP-05', 'CHG-01', 'IDN-08'],
  },
  {
    name: 'AI services may learn',
    type: POLICY,
    change: rewritten('"optOut"', '"optIn"'),
    controls: ['GOV-09'],
  },
  {
    name: 'security account no longer delegated',
    type: 'AWS::SecurityHub::DelegatedAdmin',
    change: remove,
    controls: ['GOV-07', 'DET-02'],
  },
  {
    name: 'shares leave the organisation',
    type: 'AWS::RAM::ResourceShare',
    change: set('AllowExternalPrincipals', true),
    controls: ['RES-17'],
  },
  {
    name: 'share with a stranger',
    type: 'AWS::RAM::ResourceShare',
    change: set('Principals', ['999999999999']),
    controls: ['RES-17'],
  },
];
