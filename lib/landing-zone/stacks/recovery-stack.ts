import { aws_rds as rds, Stack } from 'aws-cdk-lib';
import type { aws_kms as kms, aws_sns as sns } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import type { ZonePlacement } from '../../../constructs/network';
import { BackupEvidence, RestoreTesting, TieredBackup, type RestorableType } from '../../../constructs/recovery';
import type { Workload } from '../../config';
import type { StackContext } from '../context';
import { deliveredTopic } from '../delivered-baseline';
import { isLeftOut } from '../left-out';
import { retentionDays } from '../retention';

export interface RecoveryStackProps extends StackContext {
  /** Key of the account for backups; another one than that of the data. */
  readonly key: kms.IKey;
  /** Zones of the account's VPCs, by name: a database is restored into its own zone. */
  readonly zones: Readonly<Record<string, ZonePlacement>>;
  /** The account's topic for alerts. @default the one that the delivered baseline makes */
  readonly topic?: sns.ITopic;
}

/** Kinds of resources by the workloads that make them. */
const RESTORABLE: Readonly<Partial<Record<Workload['type'], RestorableType>>> = {
  postgres: 'RDS',
  table: 'DynamoDB',
  dataset: 'S3',
};

const AIR_GAPPED_TYPES = ['AWS::Backup::LogicallyAirGappedBackupVault'];
const RESTORE_TEST_TYPES = ['AWS::Backup::RestoreTestingPlan', 'AWS::Backup::RestoreTestingSelection'];

/** Backups of what the account keeps, by system tier, and the proof that they can be restored. */
export class RecoveryStack extends Stack {
  constructor(scope: Construct, id: string, props: RecoveryStackProps) {
    const { account, config, names, profile, key } = props;
    super(scope, id, { description: `Backups and restore tests of ${account.name}`, terminationProtection: true });
    const backups = new TieredBackup(this, 'Backup', {
      encryptionKey: key,
      vaultName: config.name,
      timeZone: profile.timeZone,
      topic: props.topic ?? deliveredTopic(this, config.name),
      namePrefix: config.name,
      roleName: names.role('backup'),
      airGapped: !isLeftOut(this, props, 'The logically air-gapped copy of the backups', AIR_GAPPED_TYPES),
    });
    new BackupEvidence(this, 'Evidence', {
      name: config.name,
      encryptionKey: key,
      profile,
      retentionDays: retentionDays(props, 'infrastructure'),
    });
    const stored = new Set(account.workloads.flatMap((workload) => RESTORABLE[workload.type] ?? []));
    if (stored.size === 0 || isLeftOut(this, props, 'The regular restore test', RESTORE_TEST_TYPES)) return;
    new RestoreTesting(this, 'RestoreTests', {
      vaults: [backups.vault],
      planName: `${config.name.replaceAll('-', '_')}_restore_tests`,
      types: [...stored].toSorted(),
      timeZone: profile.timeZone,
      ...(stored.has('RDS') ? { restoreMetadata: { RDS: this.databasePlace(props) } } : {}),
    });
  }

  /** Without this, AWS Backup would restore the database into the default VPC. */
  private databasePlace({ account, zones }: RecoveryStackProps): Record<string, string> {
    const database = account.workloads.find((workload) => workload.type === 'postgres');
    const placement = database && zones[database.zone];
    if (!placement) {
      throw new Error(
        `[${this.node.path}] found no zone "${database?.zone ?? ''}" for the restore tests of ${account.name}: expected one of ${Object.keys(zones).join(', ')}; add the zone to a VPC of the account`,
      );
    }
    const group = new rds.CfnDBSubnetGroup(this, 'RestoreSubnets', {
      dbSubnetGroupDescription: 'Where databases are restored as a test',
      subnetIds: placement.subnets.map((subnet) => subnet.subnetId),
    });
    return {
      dbSubnetGroupName: group.ref,
      vpcSecurityGroupIds: this.toJsonString(
        placement.securityGroups.map((securityGroup) => securityGroup.securityGroupId),
      ),
    };
  }
}
