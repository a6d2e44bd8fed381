import { aws_ec2 as ec2, aws_iam as iam, aws_ssm as ssm, Lazy } from 'aws-cdk-lib';
import type { aws_s3 as s3 } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import { claimTransfer } from '../../claims';
import { rolePatterns } from '../../keys';
import { ExchangeBuckets } from './exchange-buckets';
import { ExchangeFunction } from './exchange-functions';
import { ExchangeKeys } from './exchange-keys';
import { ExchangePeople, functionStatements } from './exchange-people';
import { exchangeProblems } from './exchange-problems';
import { destinationOf, exchangeSettings } from './exchange-settings';
import { ExchangeWatch } from './exchange-watch';
import { MalwareScanRole } from './malware-scan';
import { APPROVALS, type CrossBoundaryExchangeProps, type PrivateLinkDelivery } from './options';
import { SftpConnector } from './sftp-delivery';

const HTTPS = 443;

/**
 * The one sanctioned way out of the jurisdiction, for one transfer of the register: objects that are handed in with their
 * classification are scanned for malware and inspected, approved one by one with a signature, sealed for the recipient
 * under a key of their own, and sent to the host of the transfer alone. Each step is recorded where nobody can change it;
 * what is kept back, refused or lost is told; a switch stops everything at once. Evidence for RES-13, GOV-10, KEY-02,
 * DET-09 and LOG-05 (ISPG-SM04 5.4, S17 15.2.2).
 */
export class CrossBoundaryExchange extends Construct {
  /** Where objects are handed in, below `inbox/`, and approved, below `approvals/`. */
  readonly stagingBucket: s3.IBucket;
  /** What was kept back. */
  readonly quarantineBucket: s3.IBucket;
  /** One record for each step of each object. */
  readonly recordBucket: s3.IBucket;
  /** Key with which approvers sign. */
  readonly approvalKeyArn: string;
  /** Name of the parameter that must say `open`. */
  readonly switchName: string;
  /** Where objects go, in the words that approvers sign. */
  readonly destination: string;
  /** To be attached to the roles of senders, of approvers, and of those who may stop the exchange. */
  readonly policies: Pick<ExchangePeople, 'approver' | 'killSwitch' | 'sender'>;

  /** @throws Error when the transfer is not in force, or the properties contradict it or each other. */
  constructor(scope: Construct, id: string, props: CrossBoundaryExchangeProps) {
    super(scope, id);
    const problems = exchangeProblems(this, props);
    if (problems.length > 0) throw new Error(problems.map((problem) => `[${this.node.path}] ${problem}`).join('\n'));
    const { transfer, custody, topic, profile, accessLogBucket, recordDays } = props;
    claimTransfer(this, transfer);
    const roles = (prop: 'approvers' | 'senders') => rolePatterns(this, this.node.path, prop, props[prop]);
    const approvers = roles('approvers');
    const keys = new ExchangeKeys(this, 'Keys', { custody, transfer, topic, approvers });
    const scan = this.scan(props);
    const functions: ExchangeFunction[] = [];
    const buckets = new ExchangeBuckets(this, 'Buckets', {
      encryptionKey: keys.data,
      accessLogBucket,
      profile,
      transfer,
      approvers,
      senders: roles('senders'),
      scanner: scan.arn,
      // The functions come later, since they must know the buckets.
      recorders: [0, 1].map((index) => Lazy.string({ produce: () => functions[index]?.roleArn })),
      ...(recordDays === undefined ? {} : { recordDays }),
    });
    scan.plan?.protect(buckets.staging, keys.data);
    const killSwitch = this.killSwitch(props);
    functions.push(...this.functions(props, buckets, keys, killSwitch));
    new ExchangeWatch(this, 'Watch', {
      topic,
      topicKey: props.topicKey,
      records: buckets.records,
      staging: buckets.staging,
      switchName: killSwitch.parameterName,
      functions: functions.map((each) => each.function.function),
      deadLetters: functions.map(({ queue }) => queue.deadLetterQueue),
    });
    this.stagingBucket = buckets.staging;
    this.quarantineBucket = buckets.quarantine;
    this.recordBucket = buckets.records;
    this.approvalKeyArn = keys.approval.keyArn;
    this.switchName = killSwitch.parameterName;
    this.destination = destinationOf(props.delivery);
    this.policies = new ExchangePeople(this, 'People', { buckets, keys, switchArn: killSwitch.parameterArn });
  }

  /** GuardDuty’s role with its plan, or the role of a scanner of one’s own. */
  private scan({ scannerRole }: CrossBoundaryExchangeProps): { readonly arn: string; readonly plan?: MalwareScanRole } {
    if (scannerRole === undefined) {
      const plan = new MalwareScanRole(this, 'Scan');
      return { arn: plan.role.roleArn, plan };
    }
    const [arn = ''] = rolePatterns(this, this.node.path, 'scannerRole', [scannerRole]);
    return { arn };
  }

  private killSwitch({ transfer, open = true }: CrossBoundaryExchangeProps): ssm.StringParameter {
    return new ssm.StringParameter(this, 'Switch', {
      description: `Says open while objects may leave by the transfer ${transfer.id}`,
      stringValue: open ? 'open' : 'closed',
    });
  }

  private functions(
    props: CrossBoundaryExchangeProps,
    buckets: ExchangeBuckets,
    keys: ExchangeKeys,
    killSwitch: ssm.StringParameter,
  ): ExchangeFunction[] {
    const { delivery, placement, logKey, scannerRole } = props;
    const connector =
      delivery.by === 'sftp'
        ? new SftpConnector(this, 'Connector', { delivery, sealed: buckets.sealed, encryptionKey: keys.data })
        : undefined;
    const { parameterName: switchName, parameterArn } = killSwitch;
    const made = { buckets, keys, switchName, ...(connector ? { connector: connector.connectorId } : {}) };
    const shared = {
      placement,
      logKey,
      encryptionKey: keys.data,
      environment: exchangeSettings(this, props, made),
    };
    const screening = new ExchangeFunction(this, 'Screening', {
      ...shared,
      does: 'screening',
      description: 'Inspects what was handed in and scanned, and keeps back what may not leave',
    });
    const dispatching = new ExchangeFunction(this, 'Dispatching', {
      ...shared,
      does: 'dispatching',
      description: 'Seals what was approved for the recipient, and sends it',
    });
    const allowed = functionStatements(buckets, keys, parameterArn);
    screening.allow(allowed.screening);
    dispatching.allow([...allowed.dispatching, ...this.deliveryStatements(props, connector)]);
    screening.handle('Scanned', 'An object that was handed in has been scanned', {
      source: [scannerRole === undefined ? 'aws.guardduty' : 'lionrock.exchange.scanner'],
      detailType: ['GuardDuty Malware Protection Object Scan Result'],
      detail: { s3ObjectDetails: { bucketName: [buckets.staging.bucketName] } },
    });
    dispatching.handle('Approved', 'An approver has signed for an object', {
      source: ['aws.s3'],
      detailType: ['Object Created'],
      detail: { bucket: { name: [buckets.staging.bucketName] }, object: { key: [{ prefix: APPROVALS }] } },
    });
    if (connector) {
      dispatching.handle('Sent', 'The connector has sent an object, or failed to', {
        source: ['aws.transfer'],
        detailType: ['SFTP Connector File Send Completed', 'SFTP Connector File Send Failed'],
        detail: { 'connector-id': [connector.connectorId] },
      });
    }
    if (delivery.by === 'private-link') this.endpoint(delivery);
    return [screening, dispatching];
  }

  private deliveryStatements(
    { delivery }: CrossBoundaryExchangeProps,
    connector: SftpConnector | undefined,
  ): iam.PolicyStatement[] {
    if (connector) {
      return [
        new iam.PolicyStatement({ actions: ['transfer:StartFileTransfer'], resources: [connector.connectorArn] }),
      ];
    }
    const { credentials, credentialsKey } = delivery;
    return [
      new iam.PolicyStatement({ actions: ['secretsmanager:GetSecretValue'], resources: [credentials.secretArn] }),
      new iam.PolicyStatement({ actions: ['kms:Decrypt'], resources: [credentialsKey.keyArn] }),
    ];
  }

  /** Flows to the zone of the endpoint are flows to the recipient. */
  private endpoint({ serviceName, endpointZone }: PrivateLinkDelivery): void {
    const { securityGroups } = endpointZone;
    new ec2.InterfaceVpcEndpoint(this, 'Recipient', {
      vpc: endpointZone.vpc,
      service: new ec2.InterfaceVpcEndpointService(serviceName, HTTPS),
      subnets: { subnets: [...endpointZone.subnets] },
      ...(securityGroups.length > 0 ? { securityGroups: [...securityGroups] } : {}),
      open: false,
      privateDnsEnabled: true,
    });
  }
}
