import { aws_backup as backup, aws_iam as iam, Duration, Names, Stack } from 'aws-cdk-lib';
import type { aws_kms as kms, RemovalPolicy } from 'aws-cdk-lib';
import { Construct } from 'constructs';

/** Properties of {@link BackupVaults}. */
export interface BackupVaultsProps {
  /** Customer key of both vaults; another one than that of the data they protect. */
  readonly encryptionKey: kms.IKey;
  /** Shortest and longest time that the lock admits, in days. */
  readonly retentionDays: { readonly shortest: number; readonly longest: number };
  /** Time in which the lock can still be removed; at least three days. */
  readonly lockChangeableFor: Duration;
  /** Whether there is a second, logically air-gapped vault. */
  readonly airGapped: boolean;
  /** Beginning of the vaults' names, or undefined for generated ones. */
  readonly vaultName: string | undefined;
  readonly removalPolicy: RemovalPolicy;
}

/** Least time that AWS lets pass before a compliance lock closes (source: AWS Backup developer guide, vault lock). */
const SHORTEST_GRACE_DAYS = 3;
const NAME = /^[A-Za-z0-9_-]{2,38}$/;

/** A vault under compliance lock and, if wanted, a logically air-gapped one beside it. */
export class BackupVaults extends Construct {
  readonly vault: backup.IBackupVault;
  readonly airGappedVault: backup.IBackupVault | undefined;

  /** @throws Error when the name is malformed or the grace is too short. */
  constructor(scope: Construct, id: string, props: BackupVaultsProps) {
    super(scope, id);
    const name = props.vaultName ?? Names.uniqueResourceName(this, { maxLength: 38, separator: '-' });
    this.validate(name, props.lockChangeableFor);
    this.vault = new backup.BackupVault(this, 'Vault', {
      backupVaultName: name,
      encryptionKey: props.encryptionKey,
      accessPolicy: this.accessPolicy(),
      lockConfiguration: {
        minRetention: Duration.days(props.retentionDays.shortest),
        maxRetention: Duration.days(props.retentionDays.longest),
        changeableFor: props.lockChangeableFor,
      },
      removalPolicy: props.removalPolicy,
    });
    this.airGappedVault = props.airGapped ? this.airGap(`${name}-air-gapped`, props) : undefined;
  }

  /** It lies in an account of the service and is locked in compliance mode from the beginning. */
  private airGap(backupVaultName: string, props: BackupVaultsProps): backup.IBackupVault {
    const vault = new backup.CfnLogicallyAirGappedBackupVault(this, 'AirGapped', {
      backupVaultName,
      encryptionKeyArn: props.encryptionKey.keyArn,
      minRetentionDays: props.retentionDays.shortest,
      maxRetentionDays: props.retentionDays.longest,
      accessPolicy: this.accessPolicy(),
    });
    vault.applyRemovalPolicy(props.removalPolicy);
    return backup.BackupVault.fromBackupVaultArn(this, 'AirGappedVault', vault.attrBackupVaultArn);
  }

  /** Nobody deletes or shortens a backup by hand, and none is copied out of the region. */
  private accessPolicy(): iam.PolicyDocument {
    const { partition, region } = Stack.of(this);
    return new iam.PolicyDocument({
      statements: [
        deny('DenyDestruction', [
          'backup:DeleteBackupVault',
          'backup:DeleteRecoveryPoint',
          'backup:DisassociateRecoveryPoint',
          'backup:UpdateRecoveryPointLifecycle',
        ]),
        deny('DenyCopiesToOtherRegions', ['backup:CopyFromBackupVault'], {
          'ForAnyValue:ArnNotLike': { 'backup:CopyTargets': `arn:${partition}:backup:${region}:*:backup-vault:*` },
        }),
      ],
    });
  }

  private validate(name: string, grace: Duration): void {
    if (!NAME.test(name)) {
      throw new Error(
        `[${this.node.path}] found vaultName "${name}": expected 2 to 38 letters, digits, hyphens or underscores; rename it`,
      );
    }
    if (grace.toDays({ integral: false }) < SHORTEST_GRACE_DAYS) {
      throw new Error(
        `[${this.node.path}] found lockChangeableFor ${grace.toHumanString()}: expected at least ${SHORTEST_GRACE_DAYS} days; AWS lets no lock close sooner`,
      );
    }
  }
}

function deny(sid: string, actions: string[], conditions: iam.Conditions = {}): iam.PolicyStatement {
  return new iam.PolicyStatement({
    sid,
    effect: iam.Effect.DENY,
    principals: [new iam.AnyPrincipal()],
    actions,
    resources: ['*'],
    conditions,
  });
}
