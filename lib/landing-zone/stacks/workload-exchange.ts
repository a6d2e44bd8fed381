import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { aws_secretsmanager as secretsmanager } from 'aws-cdk-lib';
import type { aws_kms as kms, aws_s3 as s3, aws_sns as sns } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { CrossBoundaryExchange, type ExchangeDelivery } from '../../../constructs/residency';
import type { ZonePlacement } from '../../../constructs/network';
import type { Workload } from '../../config';
import type { StackContext } from '../context';

type Exchange = Extract<Workload, { type: 'exchange' }>;

/** What an exchange finds in its account. */
export interface ExchangePlace {
  readonly zone: (name: string) => ZonePlacement;
  readonly topic: sns.ITopic;
  readonly accessLogBucket: s3.IBucket;
  readonly logKey: kms.IKey;
  readonly secretKey: kms.IKey;
}

/**
 * The exchange of a transfer of the config.
 * @throws Error when the config holds no such transfer, or it is not in force.
 */
export function addExchange(
  scope: Construct,
  workload: Exchange,
  { account, config, configFolder, names, profile }: StackContext,
  { zone, topic, accessLogBucket, logKey, secretKey }: ExchangePlace,
): CrossBoundaryExchange {
  const transfer = config.transfers.find(({ id }) => id === workload.transfer);
  if (!transfer) {
    throw new Error(
      `[${scope.node.path}] exchange "${workload.name}" names the transfer "${workload.transfer}": expected one of the register`,
    );
  }
  return new CrossBoundaryExchange(scope, workload.name, {
    profile,
    transfer,
    custody: {
      department: account.department,
      administrators: [names.role('key-administrator')],
      breakGlassRoles: [names.role('break-glass')],
      auditors: [names.role('audit')],
    },
    senders: workload.senders,
    approvers: workload.approvers,
    recipientKey: readFileSync(resolve(configFolder, workload.recipientKey), 'utf8'),
    delivery: deliveryOf(scope, workload, transfer.to, secretKey, zone),
    placement: zone(workload.zone),
    accessLogBucket,
    topic,
    logKey,
    maxMiB: workload.maxMiB,
    open: workload.open,
  });
}

function deliveryOf(
  scope: Construct,
  { name, delivery }: Exchange,
  host: string,
  credentialsKey: kms.IKey,
  zone: ExchangePlace['zone'],
): ExchangeDelivery {
  const { by, credentialsSecretArn, folder, serviceName = '', endpointZone, trustedHostKeys } = delivery;
  const credentials = secretsmanager.Secret.fromSecretCompleteArn(scope, `${name}-credentials`, credentialsSecretArn);
  const shared = { host, folder, credentials, credentialsKey };
  if (by === 'sftp') return { ...shared, by, trustedHostKeys };
  if (by === 'https') return { ...shared, by };
  return { ...shared, by, serviceName, endpointZone: zone(endpointZone) };
}
