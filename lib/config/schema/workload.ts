import { z } from 'zod';
import { exchangeKeys } from './exchange';
import { certificateArn, slug } from './primitives';

const common = { name: slug.describe('Name of the workload, unique in its account.').meta({ examples: ['portal'] }) };

const webService = z
  .strictObject({
    ...common,
    type: z.literal('web-service').describe('Kind of workload.'),
    zone: z.string().default('application').describe('Zone in which it stands.'),
    image: z
      .string()
      .min(1)
      .describe('Container image in a private registry of the organisation, with tag or digest.')
      .meta({ examples: ['110000000005.dkr.ecr.ap-east-1.amazonaws.com/e-services/portal:1.0.0'] }),
    port: z.int().min(1024).max(65535).default(8080).describe('Port on which the container listens.'),
    healthCheckPath: z
      .string()
      .regex(/^\//, 'expected a path that begins with /')
      .default('/healthz')
      .describe('Path that answers 200 when healthy.'),
    certificateArn: certificateArn.describe('ACM certificate of the internal listener, in the home region.'),
    addressOffset: z
      .int()
      .min(4)
      .max(250)
      .default(10)
      .describe('Host number, in each subnet of the zone, of the fixed address that other accounts target.'),
    desiredCount: z.int().min(2).max(50).default(2).describe('Tasks kept running.'),
    database: slug
      .optional()
      .describe('Name of a postgres workload of the same account; the service gets its credentials.')
      .meta({ examples: ['portal-db'] }),
    tables: z
      .array(slug.meta({ examples: ['bookmarks'] }))
      .default([])
      .describe('Names of table workloads that it reads and writes.'),
  })
  .describe('A container service behind an internal load balancer.');

const functionWorkload = z
  .strictObject({
    ...common,
    type: z.literal('function').describe('Kind of workload.'),
    zone: z.string().default('application').describe('Zone in which it runs.'),
    code: z
      .string()
      .min(1)
      .describe('Folder with the code, relative to the folder of this file.')
      .meta({ examples: ['functions/feed-importer'] }),
    handler: z.string().default('index.handler').describe('`file.export` of the handler.'),
    timeoutSeconds: z.int().min(1).max(900).default(30).describe('Longest run, in seconds.'),
    memoryMiB: z.int().min(128).max(10240).default(256).describe('Memory, in MiB.'),
    schedule: z
      .string()
      .regex(/^(rate|cron)\(.+\)$/, 'expected rate(…) or cron(…), such as rate(1 hour)')
      .optional()
      .describe('EventBridge schedule, for example `rate(1 hour)`.')
      .meta({ examples: ['rate(1 hour)'] }),
    queue: slug
      .optional()
      .describe('Name of a queue workload of the same account that triggers it.')
      .meta({ examples: ['feed-updates'] }),
    tables: z
      .array(slug.meta({ examples: ['bookmarks'] }))
      .default([])
      .describe('Names of table workloads that it reads and writes.'),
    datasets: z
      .array(slug.meta({ examples: ['published-feeds'] }))
      .default([])
      .describe('Names of dataset workloads that it reads and writes.'),
    environment: z.record(z.string(), z.string()).default({}).describe('Settings that are not secret.'),
  })
  .describe('A function in the network.');

const postgres = z
  .strictObject({
    ...common,
    type: z.literal('postgres').describe('Kind of workload.'),
    zone: z.string().default('data').describe('Zone in which it stands.'),
    storageGiB: z.int().min(20).max(65536).default(100).describe('Allocated storage, in GiB.'),
    backupDays: z.int().min(7).max(35).default(35).describe('Days of automatic backups.'),
    port: z.int().min(1150).max(65535).default(15432).describe('Port on which it listens.'),
  })
  .describe('A PostgreSQL database over several availability zones.');

const table = z
  .strictObject({
    ...common,
    type: z.literal('table').describe('Kind of workload.'),
    partitionKey: z.string().min(1).default('id').describe('Name of the partition key.'),
    sortKey: z
      .string()
      .min(1)
      .optional()
      .describe('Name of the sort key.')
      .meta({ examples: ['version'] }),
  })
  .describe('A DynamoDB table.');

const dataset = z
  .strictObject({
    ...common,
    type: z.literal('dataset').describe('Kind of workload.'),
    archiveAfterDays: z.int().min(30).default(180).describe('Days after which objects move to a colder class.'),
  })
  .describe('A bucket for published or processed data.');

const queue = z
  .strictObject({
    ...common,
    type: z.literal('queue').describe('Kind of workload.'),
    visibilityTimeoutSeconds: z
      .int()
      .min(30)
      .max(43200)
      .default(180)
      .describe('Time to process a message, in seconds.'),
  })
  .describe('A queue with a dead-letter queue.');

const exchange = z
  .strictObject({ ...common, ...exchangeKeys })
  .describe('The one way out for a transfer: scanned, approved object by object, sealed and recorded.');

/** Something that stands in an account, to be protected. */
export const workloadSchema = z.discriminatedUnion('type', [
  webService,
  functionWorkload,
  postgres,
  table,
  dataset,
  queue,
  exchange,
]);
export type Workload = z.infer<typeof workloadSchema>;
