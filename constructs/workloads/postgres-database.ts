import { Duration, aws_ec2 as ec2, Names, aws_rds as rds, RemovalPolicy, Token } from 'aws-cdk-lib';
import type { aws_iam as iam, aws_kms as kms, aws_secretsmanager as secretsmanager } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import { acknowledge } from '../acknowledge';
import { EncryptedLogGroup } from '../logging';
import type { ZonePlacement } from '../network';
import { type BackupTierProps, markForBackup, SELECTED_BY_TAG } from './backup-tier';
import { databaseMonitoringRole } from './database-monitoring-role';
import { DEFAULT_LOG_RETENTION_DAYS } from './log-retention';
import { masterSecret } from './master-secret';
import { ZoneMembership } from './zone-membership';

/** Where every scan for PostgreSQL begins. */
const WELL_KNOWN_PORT = 5432;
const MASTER_USER = 'lionrock';
/** Logs that RDS for PostgreSQL can publish. */
const LOGS = ['postgresql', 'upgrade'] as const;

/** Connections without TLS are refused; who came, who left and what changed the schema is logged. */
const PARAMETERS: Readonly<Record<string, string>> = {
  'rds.force_ssl': '1',
  ssl_min_protocol_version: 'TLSv1.2',
  password_encryption: 'scram-sha-256',
  log_connections: '1',
  log_disconnections: '1',
  log_statement: 'ddl',
};

/** Properties of {@link PostgresDatabase}. */
export interface PostgresDatabaseProps extends BackupTierProps {
  /** Zone in which the database stands, usually `data`. */
  readonly placement: ZonePlacement;
  /** Customer key of storage, backups and performance data. */
  readonly encryptionKey: kms.IKey;
  /**
   * Customer key of the master user's secret.
   * @default - `encryptionKey`
   */
  readonly secretKey?: kms.IKey;
  /**
   * Customer key of the log groups.
   * @default - `encryptionKey`
   */
  readonly logKey?: kms.IKey;
  /**
   * Name of the first database.
   * @default 'app'
   */
  readonly databaseName?: string;
  /** @default - derived from the construct's path */
  readonly instanceIdentifier?: string;
  /** @default - m6g.large */
  readonly instanceType?: ec2.InstanceType;
  /**
   * Major version; minor versions are installed in the maintenance window (WKL-02).
   * @default PostgresEngineVersion.VER_17
   */
  readonly version?: rds.PostgresEngineVersion;
  /**
   * Any port but 5432.
   * @default 15432
   */
  readonly port?: number;
  /**
   * Storage at the start, in GiB; it grows to four times as much when it is needed.
   * @default 100
   */
  readonly storageGiB?: number;
  /**
   * Days of automatic backups and point-in-time recovery, from 7 to 35 (the most that RDS keeps).
   * @default 35
   */
  readonly backupDays?: number;
  /**
   * Least number of days to keep its logs; rounded up to a period of CloudWatch Logs.
   * @default 365
   */
  readonly logRetentionDays?: number;
  /** @default RemovalPolicy.RETAIN */
  readonly removalPolicy?: RemovalPolicy;
}

/**
 * A PostgreSQL database over two availability zones that accepts TLS only, on a port of its own, from whom its zone or
 * `connections` lets in. RDS keeps and rotates the master user's password; applications may use IAM instead
 * (`grantConnect`). Evidence for KEY-01, KEY-02, KEY-11, KEY-12, NET-02, NET-14, WKL-01, WKL-02, LOG-03, LOG-04, RES-03,
 * BKP-01, BKP-05, BKP-06 and BKP-07.
 */
export class PostgresDatabase extends Construct implements ec2.IConnectable {
  readonly instance: rds.IDatabaseInstance;
  /** Host and port. */
  readonly endpoint: rds.Endpoint;
  readonly port: number;
  readonly databaseName: string;
  /** User name and password of the master user (fields `username`, `password`), rotated by RDS every seven days. */
  readonly secret: secretsmanager.ISecret;
  readonly connections: ec2.Connections;

  /** @throws Error when the port or the backup retention is out of range. */
  constructor(scope: Construct, id: string, props: PostgresDatabaseProps) {
    super(scope, id);
    this.port = props.port ?? 15432;
    this.databaseName = props.databaseName ?? 'app';
    const backupDays = props.backupDays ?? 35;
    this.validate(backupDays);
    const zone = new ZoneMembership(this, props.placement);
    const group = zone.ownGroup(this, 'SecurityGroup', `Database ${this.node.id}`);
    const instance = this.createInstance(props, backupDays, zone, group);
    if (!instance.secret) throw new Error(`[${this.node.path}] RDS made no secret for the master user`);
    this.instance = instance;
    this.endpoint = instance.instanceEndpoint;
    this.secret = masterSecret(this, instance.secret.secretArn, props.secretKey ?? props.encryptionKey);
    this.connections = new ec2.Connections({ securityGroups: [group], defaultPort: ec2.Port.tcp(this.port) });
    markForBackup(instance, props.backupTier);
    acknowledge(instance, { 'NIST.800.53.R5-RDSInBackupPlan': SELECTED_BY_TAG });
  }

  /** Lets the grantee log in as a database user that was granted `rds_iam`, without a password. */
  grantConnect(grantee: iam.IGrantable, databaseUser: string): iam.Grant {
    return this.instance.grantConnect(grantee, databaseUser);
  }

  private createInstance(
    props: PostgresDatabaseProps,
    backupDays: number,
    zone: ZoneMembership,
    group: ec2.ISecurityGroup,
  ): rds.DatabaseInstance {
    const engine = rds.DatabaseInstanceEngine.postgres({ version: props.version ?? rds.PostgresEngineVersion.VER_17 });
    const identifier = props.instanceIdentifier ?? this.defaultIdentifier();
    const storageGiB = props.storageGiB ?? 100;
    const removalPolicy = props.removalPolicy ?? RemovalPolicy.RETAIN;
    const instance = new rds.DatabaseInstance(this, 'Instance', {
      engine,
      instanceIdentifier: identifier,
      databaseName: this.databaseName,
      instanceType: props.instanceType ?? ec2.InstanceType.of(ec2.InstanceClass.M6G, ec2.InstanceSize.LARGE),
      vpc: props.placement.vpc,
      vpcSubnets: zone.subnets,
      securityGroups: [group],
      multiAz: true,
      publiclyAccessible: false,
      port: this.port,
      storageType: rds.StorageType.GP3,
      allocatedStorage: storageGiB,
      maxAllocatedStorage: storageGiB * 4,
      storageEncryptionKey: props.encryptionKey,
      credentials: rds.Credentials.fromUsername(MASTER_USER, { encryptionKey: props.secretKey ?? props.encryptionKey }),
      manageMasterUserPassword: true,
      iamAuthentication: true,
      caCertificate: rds.CaCertificate.RDS_CA_RSA2048_G1,
      parameterGroup: new rds.ParameterGroup(this, 'Parameters', {
        engine,
        description: `TLS and logging of ${this.node.path}`.slice(0, 255),
        parameters: { ...PARAMETERS },
      }),
      backupRetention: Duration.days(backupDays),
      deleteAutomatedBackups: false,
      copyTagsToSnapshot: true,
      autoMinorVersionUpgrade: true,
      allowMajorVersionUpgrade: false,
      monitoringInterval: Duration.seconds(60),
      monitoringRole: databaseMonitoringRole(this),
      enablePerformanceInsights: true,
      performanceInsightRetention: rds.PerformanceInsightRetention.DEFAULT,
      performanceInsightEncryptionKey: props.encryptionKey,
      cloudwatchLogsExports: [...LOGS],
      deletionProtection: removalPolicy !== RemovalPolicy.DESTROY,
      removalPolicy,
    });
    instance.node.addDependency(...this.logGroups(props, identifier));
    const resource = instance.node.defaultChild;
    if (!(resource instanceof rds.CfnDBInstance)) throw new Error(`[${this.node.path}] the instance has no resource`);
    resource.vpcSecurityGroups = zone.groupIds(group);
    return instance;
  }

  /** RDS would make these groups itself, without key or retention. */
  private logGroups(props: PostgresDatabaseProps, identifier: string): Construct[] {
    return LOGS.map(
      (log) =>
        new EncryptedLogGroup(this, `Logs-${log}`, {
          encryptionKey: props.logKey ?? props.encryptionKey,
          retentionDays: props.logRetentionDays ?? DEFAULT_LOG_RETENTION_DAYS,
          logGroupName: `/aws/rds/instance/${identifier}/${log}`,
        }),
    );
  }

  private defaultIdentifier(): string {
    const name = Names.uniqueResourceName(this, { maxLength: 60, separator: '-', allowedSpecialCharacters: '-' });
    return `db-${name.replace(/-+/g, '-')}`.toLowerCase();
  }

  private validate(backupDays: number): void {
    const fail = (prop: string, expected: string, found: number) =>
      new Error(`[${this.node.path}] ${prop}: expected ${expected}, found ${found}`);
    if (Token.isUnresolved(this.port) || this.port === WELL_KNOWN_PORT || this.port < 1150 || this.port > 65535) {
      throw fail('port', `1150 to 65535, and not ${WELL_KNOWN_PORT}, which every scan tries first`, this.port);
    }
    if (!Number.isInteger(backupDays) || backupDays < 7 || backupDays > 35) {
      throw fail('backupDays', '7 to 35 days', backupDays);
    }
  }
}
