import { aws_backup as backup, aws_iam as iam, Stack } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import { acknowledge } from '../acknowledge';

/** Kinds of resources that can be restored as a test (source: AWS Backup developer guide, restore testing). */
export const RESTORABLE_TYPES = [
  'Aurora',
  'DocumentDB',
  'DynamoDB',
  'EBS',
  'EC2',
  'EFS',
  'FSx',
  'Neptune',
  'RDS',
  'S3',
] as const;
export type RestorableType = (typeof RESTORABLE_TYPES)[number];

/** Properties of {@link RestoreTesting}. */
export interface RestoreTestingProps {
  /** Vaults whose backups are restored. */
  readonly vaults: readonly backup.IBackupVault[];
  /** Name of the plan, at most 50 letters, digits and underscores. */
  readonly planName: string;
  /**
   * Kinds of resources to restore, one of each kind for each test.
   * @default - DynamoDB, RDS and S3
   */
  readonly types?: readonly RestorableType[];
  /**
   * Six-field cron expression of the tests. S17 and G3 give no figure: monthly is ours.
   * @default 'cron(0 5 2 * ? *)'
   */
  readonly schedule?: string;
  /**
   * Time zone of the schedule, as in the IANA data base.
   * @default 'Etc/UTC'
   */
  readonly timeZone?: string;
  /**
   * Hours for which what was restored is there to be checked before it is deleted, 1 to 168.
   * @default 8
   */
  readonly validationHours?: number;
  /**
   * How a kind is restored, where AWS Backup cannot infer it: for RDS without a default VPC, for example,
   * `{ RDS: { dbSubnetGroupName: '…' } }`.
   * @default - inferred
   */
  readonly restoreMetadata?: Readonly<Partial<Record<RestorableType, Readonly<Record<string, string>>>>>;
}

const RESTORE_POLICIES = [
  'service-role/AWSBackupServiceRolePolicyForRestores',
  'AWSBackupServiceRolePolicyForS3Restore',
];

/**
 * Restores a random backup of each kind on a schedule, keeps it for a while to be checked, and deletes it; AWS Backup
 * keeps the results as evidence. Evidence for BKP-04.
 */
export class RestoreTesting extends Construct {
  /** @throws Error when the name is malformed, no vault or kind is given, or the hours are out of range. */
  constructor(scope: Construct, id: string, props: RestoreTestingProps) {
    super(scope, id);
    const types = props.types ?? ['DynamoDB', 'RDS', 'S3'];
    this.validate(props, types);
    const plan = new backup.CfnRestoreTestingPlan(this, 'Plan', {
      restoreTestingPlanName: props.planName,
      scheduleExpression: props.schedule ?? 'cron(0 5 2 * ? *)',
      scheduleExpressionTimezone: props.timeZone ?? 'Etc/UTC',
      startWindowHours: 8,
      recoveryPointSelection: {
        algorithm: 'RANDOM_WITHIN_WINDOW',
        includeVaults: props.vaults.map((vault) => vault.backupVaultArn),
        recoveryPointTypes: ['SNAPSHOT', 'CONTINUOUS'],
        selectionWindowDays: 35,
      },
    });
    const role = this.restoreRole();
    for (const type of types) {
      const selection = new backup.CfnRestoreTestingSelection(this, type, {
        restoreTestingPlanName: props.planName,
        restoreTestingSelectionName: `${type}_of_${props.planName}`.slice(0, 50),
        protectedResourceType: type,
        protectedResourceArns: ['*'],
        iamRoleArn: role.roleArn,
        validationWindowHours: props.validationHours ?? 8,
        ...(props.restoreMetadata?.[type] ? { restoreMetadataOverrides: props.restoreMetadata[type] } : {}),
      });
      selection.addResourceDependency(plan);
    }
  }

  private restoreRole(): iam.IRole {
    const role = new iam.Role(this, 'Role', {
      description: 'Assumed by AWS Backup to restore backups as a test',
      assumedBy: new iam.ServicePrincipal('backup.amazonaws.com', {
        conditions: { StringEquals: { 'aws:SourceAccount': Stack.of(this).account } },
      }),
      managedPolicies: RESTORE_POLICIES.map((name) => iam.ManagedPolicy.fromAwsManagedPolicyName(name)),
    });
    acknowledge(
      role,
      Object.fromEntries(
        RESTORE_POLICIES.map((name) => [
          `AwsSolutions-IAM4[Policy::arn:<AWS::Partition>:iam::aws:policy/${name}]`,
          'AWS keeps the rights of its backup service up to date with each kind of resource that it learns to restore.',
        ]),
      ),
    );
    return role;
  }

  private validate(props: RestoreTestingProps, types: readonly RestorableType[]): void {
    const hours = props.validationHours ?? 8;
    const problem = !/^\w{1,50}$/.test(props.planName)
      ? `planName "${props.planName}": expected 1 to 50 letters, digits or underscores; rename it`
      : props.vaults.length === 0
        ? 'no vaults: expected at least one; give the vault of TieredBackup'
        : types.length === 0
          ? 'no types: expected at least one; leave the property out for the default'
          : !Number.isInteger(hours) || hours < 1 || hours > 168
            ? `validationHours ${hours}: expected 1 to 168 whole hours; choose one`
            : undefined;
    if (problem) throw new Error(`[${this.node.path}] found ${problem}`);
  }
}
