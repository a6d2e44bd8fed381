import { aws_athena as athena, aws_glue as glue, aws_iam as iam, aws_s3 as s3, Stack } from 'aws-cdk-lib';
import type { aws_kms as kms, RemovalPolicy } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import { acknowledge } from '../../acknowledge';
import { acknowledgeWildcards } from '../../acknowledge-wildcards';
import type { ArchiveKind } from '../archive-names';
import { asInterface, deletionAfter, logBucket } from '../log-bucket';
import type { LogTable } from './log-table';
import { projection } from './projection';
import { READY_QUERIES } from './ready-queries';
import { logTables } from './tables';

/** Properties of {@link LogQueries}. */
export interface LogQueriesProps {
  /** Name of the database and the work group: lower case, digits, hyphens. */
  readonly name: string;
  /** Buckets that keep each kind of log, by name. */
  readonly buckets: Readonly<Record<ArchiveKind, string>>;
  /** Organisation whose trail it is (`o-…`). */
  readonly organizationId: string;
  /** Ids of the accounts whose logs are searched. */
  readonly accounts: readonly string[];
  /** Regions whose logs are searched. */
  readonly regions: readonly string[];
  /** Days that logs are kept. */
  readonly days: number;
  /**
   * Names of the network firewalls.
   * @default - each query names its firewall
   */
  readonly firewalls?: readonly string[];
  /** Key of the results. */
  readonly encryptionKey: kms.IKey;
  /**
   * Bucket of the same account for the access logs of that of the results.
   * @default - access is not logged by S3 itself
   */
  readonly accessLogs?: s3.IBucket;
  /**
   * Gibibytes that one query may read; it is stopped there, since it is paid for by what it reads.
   * @default 1024
   */
  readonly mostGiB?: number;
  /** @default RemovalPolicy.RETAIN */
  readonly removalPolicy?: RemovalPolicy;
}

/** Days that results are kept: they can be had again. */
const RESULT_DAYS = 30;
const GIB = 1024 ** 3;

/**
 * Tables for each kind of log of a {@link LogArchive}, a work group that encrypts its results and lets nobody choose
 * otherwise, and queries that investigations begin with. Partitions are computed, so that nothing crawls and nothing is
 * behind. Who may query is granted by {@link grantQuery}; the logs themselves are read under the reader's own rights.
 * Evidence for LOG-04, LOG-05 and KEY-01.
 */
export class LogQueries extends Construct {
  /** Where results are kept for 30 days. */
  readonly results: s3.IBucket;
  readonly workGroupName: string;
  readonly databaseName: string;
  /** Names of the tables. */
  readonly tables: readonly string[];

  /** @throws Error when no account or region is named, or a query may read nothing. */
  constructor(
    scope: Construct,
    id: string,
    private readonly props: LogQueriesProps,
  ) {
    super(scope, id);
    this.check();
    this.databaseName = props.name.replaceAll('-', '_');
    this.workGroupName = props.name;
    const bucket = this.resultBucket();
    this.results = asInterface(bucket);
    const database = new glue.CfnDatabase(this, 'Database', {
      catalogId: Stack.of(this).account,
      databaseInput: { name: this.databaseName, description: 'Logs of all accounts' },
    });
    const tables = logTables(props.organizationId, props.firewalls);
    this.tables = tables.map(({ name }) => name);
    for (const table of tables) this.addTable(table).addResourceDependency(database);
    const workGroup = this.workGroup();
    for (const query of this.readyQueries()) query.addResourceDependency(workGroup);
  }

  /** Lets a role query: run and read queries of the work group, see the tables, and keep results. */
  grantQuery(role: iam.IRole): void {
    const stack = Stack.of(this);
    const tables = stack.formatArn({ service: 'glue', resource: 'table', resourceName: `${this.databaseName}/*` });
    const objects = this.results.arnForObjects('*');
    const policy = new iam.ManagedPolicy(this, `Query-${role.node.addr}`, {
      description: 'Queries the logs of the archive',
      roles: [role],
      statements: [
        statement(QUERYING, [
          stack.formatArn({ service: 'athena', resource: 'workgroup', resourceName: this.workGroupName }),
        ]),
        statement(CATALOGUE, [
          stack.formatArn({ service: 'glue', resource: 'catalog' }),
          stack.formatArn({ service: 'glue', resource: 'database', resourceName: this.databaseName }),
          tables,
        ]),
        statement(['s3:GetBucketLocation', 's3:ListBucket'], [this.results.bucketArn]),
        statement(['s3:AbortMultipartUpload', 's3:GetObject', 's3:PutObject'], [objects]),
        new iam.PolicyStatement({
          actions: ['kms:Decrypt', 'kms:GenerateDataKey'],
          resources: [this.props.encryptionKey.keyArn],
          conditions: { StringEquals: { 'kms:ViaService': `s3.${stack.region}.${stack.urlSuffix}` } },
        }),
      ],
    });
    acknowledgeWildcards(
      policy,
      [tables, objects],
      'Queries read any table of one database and write results of any name.',
    );
  }

  private check(): void {
    const { accounts, regions, mostGiB = 1 } = this.props;
    const fail = (prop: string, found: string, remedy: string) =>
      new Error(`[${this.node.path}] ${prop}: ${found}; ${remedy}`);
    if (accounts.length === 0)
      throw fail('accounts', 'expected at least one, found none', 'name those that deliver logs');
    if (regions.length === 0) throw fail('regions', 'expected at least one, found none', 'name those of the profile');
    if (mostGiB <= 0) throw fail('mostGiB', `expected more than 0, found ${mostGiB}`, 'raise it or leave it out');
  }

  private resultBucket(): s3.Bucket {
    const { accessLogs, encryptionKey, removalPolicy } = this.props;
    const bucket = logBucket(this, 'Results', {
      encryption: s3.BucketEncryption.KMS,
      encryptionKey,
      bucketKeyEnabled: true,
      lifecycleRules: deletionAfter(RESULT_DAYS),
      ...(removalPolicy ? { removalPolicy } : {}),
      ...(accessLogs ? { serverAccessLogsBucket: accessLogs, serverAccessLogsPrefix: `s3/${this.node.id}/` } : {}),
    });
    acknowledge(bucket, {
      'NIST.800.53.R5-S3BucketReplicationEnabled':
        'Results of queries can be had again, and are deleted after 30 days.',
      ...(accessLogs
        ? {}
        : {
            'AwsSolutions-S1': 'Results hold what the trail of the readers records already.',
            'NIST.800.53.R5-S3BucketLoggingEnabled': 'Results hold what the trail of the readers records already.',
          }),
    });
    return bucket;
  }

  private addTable(table: LogTable): glue.CfnTable {
    const { buckets } = this.props;
    const bucketName = buckets[table.kind];
    const { format } = table;
    const [folder = ''] = table.path.split('${');
    return new glue.CfnTable(this, table.name, {
      catalogId: Stack.of(this).account,
      databaseName: this.databaseName,
      tableInput: {
        name: table.name,
        description: table.description,
        tableType: 'EXTERNAL_TABLE',
        parameters: {
          EXTERNAL: 'TRUE',
          ...(format.headerLines === undefined ? {} : { 'skip.header.line.count': String(format.headerLines) }),
          ...projection(table, bucketName, this.props),
        },
        partitionKeys: Object.keys(table.partitions).map((name) => ({ name, type: 'string' })),
        storageDescriptor: {
          location: `s3://${bucketName}/${folder}`,
          columns: Object.entries(table.columns).map(([name, type]) => ({ name, type })),
          inputFormat: format.inputFormat ?? 'org.apache.hadoop.mapred.TextInputFormat',
          outputFormat: 'org.apache.hadoop.hive.ql.io.HiveIgnoreKeyTextOutputFormat',
          serdeInfo: { serializationLibrary: format.library, parameters: { ...format.parameters } },
        },
      },
    });
  }

  private workGroup(): athena.CfnWorkGroup {
    const { encryptionKey, mostGiB = 1024 } = this.props;
    return new athena.CfnWorkGroup(this, 'WorkGroup', {
      name: this.workGroupName,
      description: 'Searches the log archive',
      state: 'ENABLED',
      recursiveDeleteOption: false,
      workGroupConfiguration: {
        enforceWorkGroupConfiguration: true,
        publishCloudWatchMetricsEnabled: true,
        requesterPaysEnabled: false,
        bytesScannedCutoffPerQuery: Math.ceil(mostGiB * GIB),
        engineVersion: { selectedEngineVersion: 'Athena engine version 3' },
        resultConfiguration: {
          outputLocation: `s3://${this.results.bucketName}/`,
          expectedBucketOwner: Stack.of(this).account,
          encryptionConfiguration: { encryptionOption: 'SSE_KMS', kmsKey: encryptionKey.keyArn },
        },
      },
    });
  }

  private readyQueries(): athena.CfnNamedQuery[] {
    const firewalls = this.props.firewalls ?? [];
    return Object.entries(READY_QUERIES)
      .filter(([, { needsFirewalls }]) => !needsFirewalls || firewalls.length > 0)
      .map(
        ([name, { description, sql }]) =>
          new athena.CfnNamedQuery(this, `${name}-query`, {
            name,
            description,
            database: this.databaseName,
            workGroup: this.workGroupName,
            queryString: sql,
          }),
      );
  }
}

const QUERYING = [
  'athena:BatchGetNamedQuery',
  'athena:GetNamedQuery',
  'athena:GetQueryExecution',
  'athena:GetQueryResults',
  'athena:GetWorkGroup',
  'athena:ListNamedQueries',
  'athena:ListQueryExecutions',
  'athena:StartQueryExecution',
  'athena:StopQueryExecution',
];

const CATALOGUE = ['glue:GetDatabase', 'glue:GetPartitions', 'glue:GetTable', 'glue:GetTables'];

function statement(actions: string[], resources: string[]): iam.PolicyStatement {
  return new iam.PolicyStatement({ actions, resources });
}
