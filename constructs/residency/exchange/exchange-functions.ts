import { aws_events as events, aws_events_targets as targets, aws_iam as iam, Duration } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import { acknowledgeWildcards } from '../../acknowledge-wildcards';
import { handlerFolder } from '../../handler-folder';
import { PrivateFunction, WorkQueue, type PrivateFunctionProps } from '../../workloads';

/** Properties of {@link ExchangeFunction}. */
interface ExchangeFunctionProps extends Pick<PrivateFunctionProps, 'encryptionKey' | 'logKey' | 'placement'> {
  /** Export of the handler. */
  readonly does: 'screening' | 'dispatching';
  readonly description: string;
  readonly environment: Readonly<Record<string, string>>;
}

/** Longest time for one object. */
const PATIENCE = Duration.minutes(5);
/** Time after which SQS hands a message over again: six times that of the function, as Lambda asks. */
const VISIBLE = Duration.minutes(30);
const MEMORY_MIB = 1024;

/** One of the two functions of an exchange, and the queue by which events reach it. */
export class ExchangeFunction extends Construct {
  readonly function: PrivateFunction;
  readonly queue: WorkQueue;
  /** ARN of the function’s role. */
  readonly roleArn: string;

  constructor(scope: Construct, id: string, { does, description, ...props }: ExchangeFunctionProps) {
    super(scope, id);
    this.queue = new WorkQueue(this, 'Queue', { encryptionKey: props.encryptionKey, visibilityTimeout: VISIBLE });
    this.function = new PrivateFunction(this, 'Function', {
      ...props,
      description,
      code: handlerFolder(this, 'exchange'),
      handler: `index.${does}`,
      timeout: PATIENCE,
      memoryMiB: MEMORY_MIB,
      reservedConcurrency: 2,
      queue: this.queue,
    });
    const { role } = this.function.function;
    if (!role) throw new Error(`[${this.node.path}] the function has no role`);
    this.roleArn = role.roleArn;
  }

  /** Lets the function do what it is for. */
  allow(statements: iam.PolicyStatement[]): void {
    const { role } = this.function.function;
    const policy = new iam.ManagedPolicy(this, 'Work', {
      description: `What ${this.node.path} is for`.slice(0, 1000),
      roles: role ? [role] : [],
      statements,
    });
    const wildcards = statements.flatMap(({ resources }) => resources);
    acknowledgeWildcards(policy, wildcards, 'The names of objects are not known in advance; their bucket is.');
  }

  /** Hands events of EventBridge to the function. */
  handle(id: string, description: string, eventPattern: events.EventPattern): void {
    new events.Rule(this, id, { description, eventPattern, targets: [new targets.SqsQueue(this.queue.queue)] });
  }
}
