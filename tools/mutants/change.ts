import { set } from './edit';
import type { Change, Operator } from './operator';

/** What templates say of themselves, and how they excuse themselves. */

const claim =
  (become: (lionrock: Record<string, unknown>) => void): Change =>
  ({ template }) => {
    const claims = template.Metadata?.['Lionrock'] as Record<string, unknown> | undefined;
    if (!claims?.['marker']) return false;
    become(claims);
    return true;
  };

/** Claims another value of the marker than the one that stands there. */
const marker = (name: string, become: (value: unknown) => unknown): Change =>
  claim((claims) => {
    const own = claims['marker'] as Record<string, unknown>;
    own[name] = become(own[name]);
  });

/** A bucket that may be public, excused in the way of another tool. */
const excused = (tool: string, metadata: Record<string, unknown>): Operator => ({
  name: `fault excused for ${tool}`,
  type: 'AWS::S3::Bucket',
  change: (site) => {
    site.resource.Metadata = { ...site.resource.Metadata, ...metadata };
    return set('PublicAccessBlockConfiguration.BlockPublicPolicy', false)(site);
  },
  controls: ['RES-15', 'GOV-10'],
});

/** Stands for its template, whose claims are changed. */
const KEY = 'AWS::KMS::Key';

export const CHANGE: readonly Operator[] = [
  excused('cfn_nag', { cfn_nag: { rules_to_suppress: [{ id: 'W41', reason: 'not needed here' }] } }),
  excused('checkov', { checkov: { skip: [{ id: 'CKV_AWS_54', comment: 'not needed here' }] } }),
  excused('cfn-guard', { guard: { SuppressedRules: ['S3_BUCKET_LEVEL_PUBLIC_ACCESS_PROHIBITED'] } }),
  excused('cdk-nag', { cdk_nag: { rules_to_suppress: [{ id: 'AwsSolutions-S2', reason: 'not needed here' }] } }),
  {
    name: 'classification raised beyond the ceiling',
    type: KEY,
    change: marker('classification', () => 'CONFIDENTIAL'),
    controls: ['GOV-02', 'GOV-01'],
  },
  {
    name: 'another deployment model claimed',
    type: KEY,
    change: marker('deploymentModel', () => 'in-house-private'),
    controls: ['GOV-02', 'GOV-01', 'GOV-10'],
  },
  {
    name: 'personal data denied or claimed',
    type: KEY,
    change: marker('personalData', (value) => !value),
    controls: ['GOV-03', 'GOV-01', 'GOV-10'],
  },
  {
    name: 'another system tier claimed',
    type: KEY,
    change: marker('systemTier', (value) => (value === 3 ? 1 : 3)),
    controls: ['GOV-04', 'GOV-01', 'GOV-10'],
  },
  {
    name: 'a flow that nobody approved',
    type: 'AWS::EC2::VPC',
    change: claim((claims) => {
      claims['flows'] = [
        {
          id: 'extra-flow',
          from: 'internet',
          to: 'data',
          protocol: 'tcp',
          ports: [5432],
          reason: 'The supplier asked for it',
        },
      ];
    }),
    controls: ['NET-02', 'NET-18', 'GOV-10'],
  },
  {
    name: 'a transfer that nobody approved',
    type: KEY,
    change: claim((claims) => {
      claims['transfers'] = [
        {
          id: 'extra-transfer',
          data: 'records',
          classification: 'UNCLASSIFIED',
          from: 'ap-east-1',
          to: 'us-east-1',
          mechanism: 'S3 replication',
          legalBasis: 'B/D consent',
          approver: 'nobody',
          start: '2026-01-01',
          expires: '2027-12-31',
        },
      ];
    }),
    controls: ['RES-03', 'GOV-10', 'RES-18', 'RES-13'],
  },
];
