import { aws_ec2 as ec2, Stack } from 'aws-cdk-lib';
import { Match } from 'aws-cdk-lib/assertions';
import type { Workload } from '../../../lib/config';
import { RecoveryStack } from '../../../lib/landing-zone/stacks/recovery-stack';
import { unacknowledged } from '../../support/compliance';
import { expectTemplate } from '../../constructs/detection/test-stack';
import { keyOf, stageOf, topicOf } from './stage-of';

function build(keep: (workload: Workload) => boolean = () => true, zoneName = 'data'): RecoveryStack {
  const { stage, context } = stageOf('e-services-prod');
  const topic = topicOf(stage);
  const key = topic.masterKey ?? keyOf(stage);
  const network = new Stack(stage, 'network');
  const vpc = ec2.Vpc.fromVpcAttributes(network, 'Vpc', {
    vpcId: 'vpc-0a1b2c3d4e5f60718',
    availabilityZones: context.config.availabilityZones,
    isolatedSubnetIds: ['subnet-a', 'subnet-b', 'subnet-c'],
  });
  const securityGroups = [ec2.SecurityGroup.fromSecurityGroupId(network, 'Group', 'sg-0a1b2c3d4e5f60718')];
  const account = { ...context.account, workloads: context.account.workloads.filter(keep) };
  const zones = { [zoneName]: { vpc, subnets: vpc.isolatedSubnets, securityGroups } };
  return new RecoveryStack(stage, 'recovery', { ...context, account, key, topic, zones });
}

describe('RecoveryStack', () => {
  test('backs up every tier in the profile’s time zone, into locked vaults', () => {
    const template = expectTemplate(build());
    template.resourceCountIs('AWS::Backup::BackupPlan', 3);
    template.hasResourceProperties('AWS::Backup::BackupVault', { BackupVaultName: 'small' });
    template.hasResourceProperties('AWS::Backup::LogicallyAirGappedBackupVault', {
      BackupVaultName: 'small-air-gapped',
    });
    expect(JSON.stringify(template.toJSON())).toContain('Asia/Hong_Kong');
  });

  test('restores what the account keeps, a database into its own zone', () => {
    const template = expectTemplate(build());
    const types: string[] = Object.values(template.findResources('AWS::Backup::RestoreTestingSelection')).map(
      (selection) => selection['Properties'].ProtectedResourceType,
    );
    expect(types.toSorted()).toEqual(['DynamoDB', 'RDS', 'S3']);
    template.hasResourceProperties('AWS::RDS::DBSubnetGroup', { SubnetIds: ['subnet-a', 'subnet-b', 'subnet-c'] });
    template.hasResourceProperties('AWS::Backup::RestoreTestingSelection', {
      ProtectedResourceType: 'RDS',
      RestoreMetadataOverrides: {
        dbSubnetGroupName: { Ref: Match.stringLikeRegexp('^RestoreSubnets') },
        vpcSecurityGroupIds: '["sg-0a1b2c3d4e5f60718"]',
      },
    });
  });

  test('restores nothing where nothing is kept', () => {
    const template = expectTemplate(build((workload) => workload.type === 'queue'));
    template.resourceCountIs('AWS::Backup::RestoreTestingPlan', 0);
    template.resourceCountIs('AWS::Backup::BackupPlan', 3);
  });

  test('refuses to restore a database into the default VPC', () => {
    expect(() => build(() => true, 'application')).toThrow(
      /found no zone "data" for the restore tests of e-services-prod: expected one of application/,
    );
  });

  test('passes the rule packs', () => {
    const stack = build();
    expect(stack.terminationProtection).toBe(true);
    expect(unacknowledged(stack)).toEqual([]);
  });
});
