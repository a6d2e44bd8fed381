import { existsSync, statSync } from 'node:fs';
import {
  Duration,
  aws_ec2 as ec2,
  aws_events as events,
  aws_lambda as lambda,
  aws_lambda_event_sources as sources,
  aws_events_targets as targets,
} from 'aws-cdk-lib';
import type { aws_iam as iam, aws_kms as kms, aws_logs as logs, aws_sqs as sqs } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import { EncryptedLogGroup } from '../logging';
import type { ZonePlacement } from '../network';
import { encryptedQueue } from './encrypted-queue';
import { functionRole } from './function-role';
import type { WorkQueue } from './work-queue';
import { DEFAULT_LOG_RETENTION_DAYS } from './log-retention';
import { ZoneMembership } from './zone-membership';

/** Properties of {@link PrivateFunction}. */
export interface PrivateFunctionProps {
  /** Zone in which the function runs. */
  readonly placement: ZonePlacement;
  /** Folder with the code, plain JavaScript; test files (`*.test.*`) are left out. */
  readonly code: string;
  /** Customer key of the environment, the log group and the dead-letter queue. */
  readonly encryptionKey: kms.IKey;
  /**
   * Customer key of the log group alone.
   * @default - `encryptionKey`
   */
  readonly logKey?: kms.IKey;
  /** @default 'index.handler' */
  readonly handler?: string;
  /** @default - no description */
  readonly description?: string;
  /** @default Duration.seconds(30) */
  readonly timeout?: Duration;
  /**
   * Memory, in MiB.
   * @default 256
   */
  readonly memoryMiB?: number;
  /**
   * Runs at the same time, taken from the account's quota for this function alone.
   * @default 5
   */
  readonly reservedConcurrency?: number;
  /**
   * Settings that are not secret; they are encrypted with `encryptionKey`.
   * @default - none
   */
  readonly environment?: Readonly<Record<string, string>>;
  /**
   * When to run: `rate(1 hour)` or `cron(0 18 * * ? *)`, in UTC.
   * @default - not on a schedule
   */
  readonly schedule?: string;
  /**
   * Queue whose messages the function processes; the handler answers with the messages that failed.
   * @default - no queue
   */
  readonly queue?: WorkQueue;
  /**
   * Least number of days to keep its logs; rounded up to a period of CloudWatch Logs.
   * @default 365
   */
  readonly logRetentionDays?: number;
}

/**
 * A Lambda function inside a zone of the network: no URL, encrypted environment, logs under a customer key, a
 * dead-letter queue, reserved concurrency, tracing, and a role that may do nothing until something is granted.
 * Grant it access as to any CDK principal: `table.grantReadData(fn)`. Evidence for KEY-01, KEY-02, NET-02, WKL-04, WKL-07,
 * IDN-04, LOG-03, LOG-04 and BKP-07.
 */
export class PrivateFunction extends Construct implements iam.IGrantable, ec2.IConnectable {
  readonly function: lambda.IFunction;
  readonly grantPrincipal: iam.IPrincipal;
  /** Of the function's own security group: open its way to a database from here. */
  readonly connections: ec2.Connections;
  readonly logGroup: logs.ILogGroup;
  /** Where asynchronous events go that the function failed to process. */
  readonly deadLetterQueue: sqs.IQueue;

  /** @throws Error when the folder does not exist, the schedule is malformed, or messages would reappear too early. */
  constructor(scope: Construct, id: string, props: PrivateFunctionProps) {
    super(scope, id);
    this.validate(props);
    const zone = new ZoneMembership(this, props.placement);
    const group = zone.ownGroup(this, 'SecurityGroup', `Function ${this.node.id}`);
    this.logGroup = new EncryptedLogGroup(this, 'Logs', {
      encryptionKey: props.logKey ?? props.encryptionKey,
      retentionDays: props.logRetentionDays ?? DEFAULT_LOG_RETENTION_DAYS,
    });
    const deadLetterQueue = encryptedQueue(this, 'DeadLetters', props.encryptionKey);
    const role = functionRole(this, this.logGroup);
    deadLetterQueue.grantSendMessages(role);
    props.encryptionKey.grantDecrypt(role);
    const fn = new lambda.Function(this, 'Function', {
      runtime: lambda.Runtime.NODEJS_24_X,
      architecture: lambda.Architecture.ARM_64,
      code: lambda.Code.fromAsset(props.code, { exclude: ['*.test.*', '**/*.test.*', '*.md'] }),
      handler: props.handler ?? 'index.handler',
      ...(props.description ? { description: props.description } : {}),
      timeout: props.timeout ?? Duration.seconds(30),
      memorySize: props.memoryMiB ?? 256,
      reservedConcurrentExecutions: props.reservedConcurrency ?? 5,
      ...(props.environment ? { environment: { ...props.environment } } : {}),
      environmentEncryption: props.encryptionKey,
      role,
      logGroup: this.logGroup,
      loggingFormat: lambda.LoggingFormat.JSON,
      deadLetterQueue,
      vpc: props.placement.vpc,
      vpcSubnets: zone.subnets,
      securityGroups: [group],
    });
    const resource = fn.node.defaultChild;
    if (!(resource instanceof lambda.CfnFunction)) throw new Error(`[${this.node.path}] the function has no resource`);
    resource.vpcConfig = {
      subnetIds: props.placement.subnets.map((subnet) => subnet.subnetId),
      securityGroupIds: zone.groupIds(group),
    };
    // The role already may send traces; through the L2 CDK would add a second, inline policy for it.
    resource.tracingConfig = { mode: 'Active' };
    this.function = fn;
    this.grantPrincipal = role;
    this.deadLetterQueue = deadLetterQueue;
    this.connections = new ec2.Connections({ securityGroups: [group] });
    this.addTriggers(props);
  }

  /** Lets the grantee call the function. */
  grantInvoke(grantee: iam.IGrantable): iam.Grant {
    return this.function.grantInvoke(grantee);
  }

  private addTriggers(props: PrivateFunctionProps): void {
    if (props.schedule) {
      new events.Rule(this, 'Schedule', {
        description: `Runs ${this.node.path}`.slice(0, 512),
        schedule: events.Schedule.expression(props.schedule),
        targets: [new targets.LambdaFunction(this.function, { retryAttempts: 2 })],
      });
    }
    if (props.queue) {
      this.function.addEventSource(
        new sources.SqsEventSource(props.queue.queue, { reportBatchItemFailures: true, maxConcurrency: 2 }),
      );
    }
  }

  private validate(props: PrivateFunctionProps): void {
    const path = this.node.path;
    if (!existsSync(props.code) || !statSync(props.code).isDirectory()) {
      throw new Error(
        `[${path}] code: expected a folder with the function's code, found "${props.code}"; check the path`,
      );
    }
    if (props.schedule !== undefined && !/^(rate|cron)\(.+\)$/.test(props.schedule)) {
      throw new Error(`[${path}] schedule: expected rate(…) or cron(…), found "${props.schedule}"`);
    }
    const timeout = (props.timeout ?? Duration.seconds(30)).toSeconds();
    const visible = props.queue?.visibilityTimeout.toSeconds();
    if (visible !== undefined && visible < timeout) {
      throw new Error(
        `[${path}] queue: messages reappear after ${visible} s, before the function's timeout of ${timeout} s; ` +
          'raise the queue’s visibilityTimeout, best to six times the timeout',
      );
    }
  }
}
