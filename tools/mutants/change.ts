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

const marker = (name: string, value: unknown): Change =>
  claim((claims) => {
    Object.assign(claims['marker'] as object, { [name]: value });
  });

const excuse = (metadata: Record<string, unknown>): Change => {
  return (site) => {
    site.resource.Metadata = { ...site.resource.Metadata, ...metadata };
    return set('PublicAccessBlockConfiguration.BlockPublicPolicy', false)(site);
  };
};

const RULE = 'AWS::KMS::Key';

export const CHANGE: readonly Operator[] = [
  {
    name: 'fault excused for cfn_nag',
    type: 'AWS::S3::Bucket',
    change: excuse({ cfn_nag: { rules_to_suppress: [{ id: 'W41', reason: 'not needed here' }] } }),
    controls: ['RES-15', 'GOV-10'],
  },
  {
    name: 'fault excused for checkov',
    type: 'AWS::S3::Bucket',
    change: excuse({ checkov: { skip: [{ id: 'CKV_AWS_54', comment: 'not needed here' }] } }),
    controls: ['RES-15', 'GOV-10'],
  },
  {
    name: 'fault excused for cfn-guard',
    type: 'AWS::S3::Bucket',
    change: excuse({ guard: { SuppressedRules: ['S3_BUCKET_LEVEL_PUBLIC_ACCESS_PROHIBITED'] } }),
    controls: ['RES-15', 'GOV-10'],
  },
  {
    name: 'fault excused for cdk-nag',
    type: 'AWS::S3::Bucket',
    change: excuse({ cdk_nag: { rules_to_suppress: [{ id: 'AwsSolutions-S2', reason: 'not needed here' }] } }),
    controls: ['RES-15', 'GOV-10'],
  },
  {
    name: 'classification raised beyond the ceiling',
    type: RULE,
    change: marker('classification', 'CONFIDENTIAL'),
    controls: ['GOV-02', 'GOV-01'],
  },
  {
    name: 'another deployment model claimed',
    type: RULE,
    change: marker('deploymentModel', 'in-house-private'),
    controls: ['GOV-02', 'GOV-01', 'GOV-10'],
  },
  {
    name: 'personal data denied or claimed',
    type: RULE,
    change: claim((claims) => {
      const own = claims['marker'] as { personalData: boolean };
      own.personalData = !own.personalData;
    }),
    controls: ['GOV-03', 'GOV-01', 'GOV-10'],
  },
  {
    name: 'another system tier claimed',
    type: RULE,
    change: claim((claims) => {
      const own = claims['marker'] as { systemTier: number };
      own.systemTier = own.systemTier === 3 ? 1 : 3;
    }),
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
    type: RULE,
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
