import { CloudTrailClient, StopLoggingCommand } from '@aws-sdk/client-cloudtrail';
import { CloudWatchLogsClient, PutRetentionPolicyCommand } from '@aws-sdk/client-cloudwatch-logs';
import {
  AuthorizeSecurityGroupEgressCommand,
  AuthorizeSecurityGroupIngressCommand,
  CreateRouteCommand,
  DeleteFlowLogsCommand,
  DescribeRouteTablesCommand,
  DescribeSecurityGroupsCommand,
  EC2Client,
} from '@aws-sdk/client-ec2';
import { GuardDutyClient, UpdateDetectorCommand } from '@aws-sdk/client-guardduty';
import { AttachRolePolicyCommand, IAMClient, PutRolePolicyCommand } from '@aws-sdk/client-iam';
import { CreateGrantCommand, DisableKeyRotationCommand, KMSClient } from '@aws-sdk/client-kms';
import { DetachPolicyCommand, OrganizationsClient } from '@aws-sdk/client-organizations';
import { DeletePublicAccessBlockCommand, S3Client } from '@aws-sdk/client-s3';
import type { ClientOptions } from '../deployed';

/** What a finding of drift says of one change. */
export interface Wanted {
  readonly rule: string;
  readonly resourceType: string;
  readonly property?: string;
}

/** Something that somebody changes by hand in a deployed account. */
export interface Break {
  readonly name: string;
  /** Type of the resource that it is done to, and whether one will do. */
  readonly type: string;
  readonly fits?: (properties: Readonly<Record<string, unknown>>) => boolean;
  readonly run: (id: string, options: ClientOptions, properties: Readonly<Record<string, unknown>>) => Promise<unknown>;
  /** The rule of drift, and one of the gate where there is one, that must name it. */
  readonly wanted: readonly Wanted[];
}

const differs = (resourceType: string, property: string): Wanted => ({
  rule: 'deployed-differs',
  resourceType,
  property: `Properties.${property}`,
});

export const BREAKS: readonly Break[] = [
  {
    name: 'the trail is stopped',
    type: 'AWS::CloudTrail::Trail',
    run: (Name, options) => new CloudTrailClient(options).send(new StopLoggingCommand({ Name })),
    wanted: [
      differs('AWS::CloudTrail::Trail', 'IsLogging'),
      { rule: 'trail-logging', resourceType: 'AWS::CloudTrail::Trail' },
    ],
  },
  {
    name: 'a key rotates no more',
    type: 'AWS::KMS::Key',
    fits: ({ EnableKeyRotation }) => EnableKeyRotation === true,
    run: (KeyId, options) => new KMSClient(options).send(new DisableKeyRotationCommand({ KeyId })),
    wanted: [differs('AWS::KMS::Key', 'EnableKeyRotation')],
  },
  {
    name: 'a key is granted to another organisation',
    type: 'AWS::KMS::Key',
    run: (KeyId, options) =>
      new KMSClient(options).send(
        new CreateGrantCommand({ KeyId, GranteePrincipal: 'arn:aws:iam::999999999999:root', Operations: ['Decrypt'] }),
      ),
    wanted: [{ rule: 'deployed-unmanaged', resourceType: 'AWS::KMS::Grant' }],
  },
  {
    name: 'a detector is switched off',
    type: 'AWS::GuardDuty::Detector',
    run: (DetectorId, options) =>
      new GuardDutyClient(options).send(new UpdateDetectorCommand({ DetectorId, Enable: false })),
    wanted: [differs('AWS::GuardDuty::Detector', 'Enable')],
  },
  {
    name: 'a bucket loses its block of public access',
    type: 'AWS::S3::Bucket',
    run: (Bucket, options) => new S3Client(options).send(new DeletePublicAccessBlockCommand({ Bucket })),
    wanted: [differs('AWS::S3::Bucket', 'PublicAccessBlockConfiguration')],
  },
  {
    name: 'a security group lets the internet in',
    type: 'AWS::EC2::SecurityGroup',
    run: (GroupId, options) => {
      const rule = { IpProtocol: 'tcp', FromPort: 22, ToPort: 22, IpRanges: [{ CidrIp: '0.0.0.0/0' }] };
      return new EC2Client(options).send(new AuthorizeSecurityGroupIngressCommand({ GroupId, IpPermissions: [rule] }));
    },
    wanted: [{ rule: 'deployed-unmanaged', resourceType: 'AWS::EC2::SecurityGroupIngress' }],
  },
  {
    name: 'a route is added',
    type: 'AWS::EC2::Route',
    fits: ({ TransitGatewayId }) => TransitGatewayId !== undefined,
    run: async (_, options) => {
      const client = new EC2Client(options);
      const { RouteTables: tables = [] } = await client.send(new DescribeRouteTablesCommand({}));
      const found = tables.flatMap(({ RouteTableId = '', Routes = [] }) =>
        Routes.flatMap(({ TransitGatewayId }) =>
          TransitGatewayId === undefined ? [] : [{ RouteTableId, TransitGatewayId }],
        ),
      );
      const [route] = found;
      if (!route) throw new Error('no route leads to a transit gateway');
      await client.send(new CreateRouteCommand({ ...route, DestinationCidrBlock: '203.0.113.0/24' }));
    },
    wanted: [{ rule: 'deployed-unmanaged', resourceType: 'AWS::EC2::Route' }],
  },
  {
    name: 'a guardrail is detached',
    type: 'AWS::Organizations::Policy',
    fits: ({ Type }) => Type === 'SERVICE_CONTROL_POLICY',
    run: (PolicyId, options, { TargetIds }) => {
      const [TargetId] = Array.isArray(TargetIds) ? (TargetIds as string[]) : [];
      return new OrganizationsClient(options).send(new DetachPolicyCommand({ PolicyId, TargetId }));
    },
    wanted: [differs('AWS::Organizations::Policy', 'TargetIds')],
  },
  {
    name: 'a role gets all rights',
    type: 'AWS::IAM::Role',
    run: (RoleName, options) =>
      new IAMClient(options).send(
        new AttachRolePolicyCommand({ RoleName, PolicyArn: 'arn:aws:iam::aws:policy/AdministratorAccess' }),
      ),
    wanted: [differs('AWS::IAM::Role', 'ManagedPolicyArns')],
  },
  {
    name: 'a role gets a policy of its own',
    type: 'AWS::IAM::Role',
    run: (RoleName, options) => {
      const statement = { Effect: 'Allow', Action: 's3:GetObject', Resource: '*' };
      const PolicyDocument = JSON.stringify({ Version: '2012-10-17', Statement: [statement] });
      return new IAMClient(options).send(new PutRolePolicyCommand({ RoleName, PolicyName: 'more', PolicyDocument }));
    },
    wanted: [{ rule: 'deployed-unmanaged', resourceType: 'AWS::IAM::Policy' }],
  },
  {
    name: 'a default security group lets everything out again',
    type: 'Custom::VpcRestrictDefaultSG',
    run: async (_, options) => {
      const client = new EC2Client(options);
      const Filters = [{ Name: 'group-name', Values: ['default'] }];
      const { SecurityGroups: groups = [] } = await client.send(new DescribeSecurityGroupsCommand({ Filters }));
      const all = { IpProtocol: '-1', IpRanges: [{ CidrIp: '0.0.0.0/0' }] };
      const closed = groups.filter(({ IpPermissionsEgress: rules = [] }) => rules.length === 0);
      for (const { GroupId } of closed)
        await client.send(new AuthorizeSecurityGroupEgressCommand({ GroupId, IpPermissions: [all] }));
    },
    wanted: [{ rule: 'deployed-missing', resourceType: 'Custom::VpcRestrictDefaultSG' }],
  },
  {
    name: 'a flow log is deleted',
    type: 'AWS::EC2::FlowLog',
    run: (id, options) => new EC2Client(options).send(new DeleteFlowLogsCommand({ FlowLogIds: [id] })),
    wanted: [{ rule: 'deployed-missing', resourceType: 'AWS::EC2::FlowLog' }],
  },
  {
    name: 'a log group keeps its logs for a day',
    type: 'AWS::Logs::LogGroup',
    run: (logGroupName, options) =>
      new CloudWatchLogsClient(options).send(new PutRetentionPolicyCommand({ logGroupName, retentionInDays: 1 })),
    wanted: [differs('AWS::Logs::LogGroup', 'RetentionInDays')],
  },
];
