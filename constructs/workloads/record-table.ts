import { aws_dynamodb as dynamodb, RemovalPolicy } from 'aws-cdk-lib';
import type { aws_iam as iam, aws_kms as kms } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import { acknowledge } from '../acknowledge';
import { type BackupTierProps, markForBackup, SELECTED_BY_TAG } from './backup-tier';

/** Longest period of point-in-time recovery that DynamoDB offers, in days. */
const RECOVERY_DAYS = 35;

/** Properties of {@link RecordTable}. */
export interface RecordTableProps extends BackupTierProps {
  /** Customer key of the table. */
  readonly encryptionKey: kms.IKey;
  /**
   * Key by which records are spread.
   * @default - a string named `id`
   */
  readonly partitionKey?: dynamodb.Attribute;
  /** @default - no sort key */
  readonly sortKey?: dynamodb.Attribute;
  /**
   * Attribute that holds the time, in seconds since 1970, after which a record is removed.
   * @default - records stay
   */
  readonly timeToLiveAttribute?: string;
  /** @default RemovalPolicy.RETAIN */
  readonly removalPolicy?: RemovalPolicy;
}

/**
 * A DynamoDB table of one region: under a customer key, recoverable to any second of the last 35 days, protected
 * against deletion, and billed by request. Evidence for KEY-01, KEY-02, RES-03, BKP-01, BKP-05 and BKP-06.
 */
export class RecordTable extends Construct {
  readonly table: dynamodb.ITable;

  constructor(scope: Construct, id: string, props: RecordTableProps) {
    super(scope, id);
    const removalPolicy = props.removalPolicy ?? RemovalPolicy.RETAIN;
    const table = new dynamodb.Table(this, 'Table', {
      partitionKey: props.partitionKey ?? { name: 'id', type: dynamodb.AttributeType.STRING },
      ...(props.sortKey ? { sortKey: props.sortKey } : {}),
      ...(props.timeToLiveAttribute ? { timeToLiveAttribute: props.timeToLiveAttribute } : {}),
      billingMode: dynamodb.BillingMode.PAY_PER_REQUEST,
      encryption: dynamodb.TableEncryption.CUSTOMER_MANAGED,
      encryptionKey: props.encryptionKey,
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true, recoveryPeriodInDays: RECOVERY_DAYS },
      deletionProtection: removalPolicy !== RemovalPolicy.DESTROY,
      removalPolicy,
    });
    // Strict projects see a difference where CDK's class says `string | undefined` and its interface `string?`.
    this.table = table as dynamodb.ITable;
    markForBackup(table, props.backupTier);
    acknowledge(table, { 'NIST.800.53.R5-DynamoDBInBackupPlan': SELECTED_BY_TAG });
  }

  /** Lets the grantee read records, and decrypt them. */
  grantReadData(grantee: iam.IGrantable): iam.Grant {
    return this.table.grantReadData(grantee);
  }

  /** Lets the grantee write and delete records, and encrypt them. */
  grantWriteData(grantee: iam.IGrantable): iam.Grant {
    return this.table.grantWriteData(grantee);
  }

  /** Lets the grantee read, write and delete records. */
  grantReadWriteData(grantee: iam.IGrantable): iam.Grant {
    return this.table.grantReadWriteData(grantee);
  }
}
