import { resolve } from 'node:path';
import { aws_dynamodb as dynamodb, Duration, aws_ecs as ecs, Stack } from 'aws-cdk-lib';
import type { aws_s3 as s3, aws_sns as sns } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import type { ZonePlacement } from '../../../constructs/network';
import { AccessLogBucket } from '../../../constructs/logging';
import {
  DatasetBucket,
  PostgresDatabase,
  PrivateFunction,
  RecordTable,
  WebService,
  WorkQueue,
} from '../../../constructs/workloads';
import type { Workload } from '../../config';
import { serviceAddresses } from '../addresses';
import { deliveredTopic } from '../delivered-baseline';
import { keyFor, type AccountKeys } from '../key-for';
import type { StackContext } from '../context';
import { retentionDays } from '../retention';
import { addExchange } from './workload-exchange';
import { WorkloadRegister } from './workload-register';

export interface WorkloadStackProps extends StackContext {
  /** Zones of the account's VPCs, by name. */
  readonly zones: Readonly<Record<string, ZonePlacement>>;
  /** Keys of the account's department. */
  readonly keys: AccountKeys;
  /** The account's topic for alerts. @default the one that the delivered baseline makes */
  readonly topic?: sns.ITopic;
  /** URL under which DynamoDB answers inside the VPC. @default the public name, which a private VPC cannot reach */
  readonly dynamoDbEndpoint?: string;
}

type Of<T extends Workload['type']> = Extract<Workload, { type: T }>;

/** What stands in an account: each workload of the config, wired to those that it names. */
export class WorkloadStack extends Stack {
  private readonly tables = new WorkloadRegister<RecordTable>(this, 'table');
  private readonly datasets = new WorkloadRegister<DatasetBucket>(this, 'dataset');
  private readonly queues = new WorkloadRegister<WorkQueue>(this, 'queue');
  private accessLogBucket: s3.IBucket | undefined;
  private readonly databases = new WorkloadRegister<PostgresDatabase>(this, 'postgres');

  /** @throws Error when a workload names another that the account does not have, or a zone that it has not. */
  constructor(
    scope: Construct,
    id: string,
    private readonly props: WorkloadStackProps,
  ) {
    super(scope, id, {
      description: `Workloads of ${props.account.name}: services, functions and stores of ${props.account.department}`,
      terminationProtection: true,
    });
    this.each('table', (workload) => this.tables.add(workload.name, this.table(workload)));
    this.addDatasets();
    this.each('queue', (workload) => this.queues.add(workload.name, this.queue(workload)));
    this.each('postgres', (workload) => this.databases.add(workload.name, this.database(workload)));
    this.each('function', (workload) => this.addFunction(workload));
    this.each('web-service', (workload) => this.addWebService(workload));
    this.each('exchange', (workload) => this.addExchange(workload));
  }

  private each<T extends Workload['type']>(type: T, build: (workload: Of<T>) => void): void {
    const ofType = (workload: Workload): workload is Of<T> => workload.type === type;
    for (const workload of this.props.account.workloads.filter(ofType)) build(workload);
  }

  private table(workload: Of<'table'>): RecordTable {
    return new RecordTable(this, workload.name, {
      encryptionKey: this.key('data'),
      partitionKey: text(workload.partitionKey),
      ...(workload.sortKey === undefined ? {} : { sortKey: text(workload.sortKey) }),
      backupTier: this.props.account.systemTier,
    });
  }

  private addDatasets(): void {
    const { account } = this.props;
    this.each('dataset', (workload) => {
      const dataset = new DatasetBucket(this, workload.name, {
        encryptionKey: this.key('data'),
        accessLogBucketName: this.accessLogs().bucketName,
        archiveAfter: Duration.days(workload.archiveAfterDays),
        backupTier: account.systemTier,
      });
      this.datasets.add(workload.name, dataset);
    });
  }

  /** Made when the first bucket asks for it. */
  private accessLogs(): s3.IBucket {
    this.accessLogBucket ??= new AccessLogBucket(this, 'access-logs', {
      retentionDays: retentionDays(this.props, 'infrastructure'),
    }).bucket;
    return this.accessLogBucket;
  }

  private addExchange(workload: Of<'exchange'>): void {
    addExchange(this, workload, this.props, {
      zone: (name) => this.zone(workload.name, name),
      topic: this.props.topic ?? deliveredTopic(this, this.props.config.name),
      accessLogBucket: this.accessLogs(),
      logKey: this.key('logs'),
      secretKey: this.key('secrets'),
    });
  }

  private queue(workload: Of<'queue'>): WorkQueue {
    return new WorkQueue(this, workload.name, {
      encryptionKey: this.key('data'),
      visibilityTimeout: Duration.seconds(workload.visibilityTimeoutSeconds),
    });
  }

  private database(workload: Of<'postgres'>): PostgresDatabase {
    return new PostgresDatabase(this, workload.name, {
      placement: this.zone(workload.name, workload.zone),
      encryptionKey: this.key('data'),
      secretKey: this.key('secrets'),
      logKey: this.key('logs'),
      port: workload.port,
      storageGiB: workload.storageGiB,
      backupDays: workload.backupDays,
      logRetentionDays: this.logRetentionDays,
      backupTier: this.props.account.systemTier,
    });
  }

  private addFunction(workload: Of<'function'>): void {
    const tables = workload.tables.map((name) => this.tables.get(workload.name, name));
    const datasets = workload.datasets.map((name) => this.datasets.get(workload.name, name));
    const fn = new PrivateFunction(this, workload.name, {
      placement: this.zone(workload.name, workload.zone),
      code: resolve(this.props.configFolder, workload.code),
      encryptionKey: this.key('data'),
      logKey: this.key('logs'),
      handler: workload.handler,
      timeout: Duration.seconds(workload.timeoutSeconds),
      memoryMiB: workload.memoryMiB,
      logRetentionDays: this.logRetentionDays,
      environment: {
        ...this.tableSettings(tables),
        ...Object.fromEntries(datasets.map((dataset) => [setting('BUCKET', dataset), dataset.bucket.bucketName])),
        ...workload.environment,
      },
      ...(workload.schedule === undefined ? {} : { schedule: workload.schedule }),
      ...(workload.queue === undefined ? {} : { queue: this.queues.get(workload.name, workload.queue) }),
    });
    for (const table of tables) table.grantReadWriteData(fn);
    for (const dataset of datasets) dataset.grantReadWrite(fn);
  }

  private addWebService(workload: Of<'web-service'>): void {
    const { account, names } = this.props;
    const tables = workload.tables.map((name) => this.tables.get(workload.name, name));
    const database = workload.database === undefined ? undefined : this.databases.get(workload.name, workload.database);
    const service = new WebService(this, workload.name, {
      placement: this.zone(workload.name, workload.zone),
      image: workload.image,
      certificateArn: workload.certificateArn,
      encryptionKey: this.key('data'),
      logKey: this.key('logs'),
      accessLogBucketName: names.archiveBucket('access'),
      fixedAddresses: serviceAddresses(account, workload.name),
      containerPort: workload.port,
      healthCheckPath: workload.healthCheckPath,
      desiredCount: workload.desiredCount,
      logRetentionDays: this.logRetentionDays,
      settings: { ...this.tableSettings(tables), ...(database ? databaseSettings(database) : {}) },
      secrets: database ? databaseSecrets(database) : {},
    });
    for (const table of tables) table.grantReadWriteData(service);
  }

  /** Where a program finds its tables: their names, and the private endpoint. */
  private tableSettings(tables: readonly RecordTable[]): Record<string, string> {
    if (tables.length === 0) return {};
    const { dynamoDbEndpoint } = this.props;
    return {
      ...Object.fromEntries(tables.map((table) => [setting('TABLE', table), table.table.tableName])),
      ...(dynamoDbEndpoint ? { AWS_ENDPOINT_URL_DYNAMODB: dynamoDbEndpoint } : {}),
    };
  }

  private key(purpose: Parameters<typeof keyFor>[1]) {
    return keyFor(this.props.keys, purpose);
  }

  private zone(workload: string, name: string): ZonePlacement {
    const { zones } = this.props;
    const zone = zones[name];
    if (zone) return zone;
    throw new Error(
      `[${this.node.path}] workload "${workload}" stands in zone "${name}": expected one of ${Object.keys(zones).join(', ')}`,
    );
  }

  private get logRetentionDays(): number {
    return retentionDays(this.props, 'application');
  }
}

function text(name: string): dynamodb.Attribute {
  return { name, type: dynamodb.AttributeType.STRING };
}

/** `licence-status` becomes `TABLE_LICENCE_STATUS`. */
function setting(kind: 'TABLE' | 'BUCKET', workload: Construct): string {
  return `${kind}_${workload.node.id.replaceAll('-', '_').toUpperCase()}`;
}

function databaseSettings(database: PostgresDatabase): Record<string, string> {
  return { DB_HOST: database.endpoint.hostname, DB_PORT: String(database.port), DB_NAME: database.databaseName };
}

function databaseSecrets(database: PostgresDatabase): Record<string, ecs.Secret> {
  return {
    DB_USERNAME: ecs.Secret.fromSecretsManager(database.secret, 'username'),
    DB_PASSWORD: ecs.Secret.fromSecretsManager(database.secret, 'password'),
  };
}
