import { Duration } from 'aws-cdk-lib';
import type { aws_iam as iam, aws_kms as kms, aws_sqs as sqs } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import { encryptedQueue } from './encrypted-queue';

/** Properties of {@link WorkQueue}. */
export interface WorkQueueProps {
  /** Customer key of the messages, in both queues. */
  readonly encryptionKey: kms.IKey;
  /**
   * Time that a consumer has to process a message; at least the timeout of the function that consumes it.
   * @default Duration.seconds(180)
   */
  readonly visibilityTimeout?: Duration;
  /**
   * Times that a message is received before it is set aside.
   * @default 5
   */
  readonly maxReceiveCount?: number;
}

/**
 * A queue with a dead-letter queue, both under a customer key and closed to requests without TLS. A message is kept
 * for four days, or 14 once it was set aside. Evidence for KEY-01, KEY-02 and NET-14.
 */
export class WorkQueue extends Construct {
  readonly queue: sqs.IQueue;
  /** Where messages go that could not be processed. */
  readonly deadLetterQueue: sqs.IQueue;
  readonly visibilityTimeout: Duration;

  /** @throws Error when the visibility timeout is not between 1 second and 12 hours, or no receive is allowed. */
  constructor(scope: Construct, id: string, props: WorkQueueProps) {
    super(scope, id);
    this.visibilityTimeout = props.visibilityTimeout ?? Duration.seconds(180);
    const maxReceiveCount = props.maxReceiveCount ?? 5;
    this.validate(maxReceiveCount);
    this.deadLetterQueue = encryptedQueue(this, 'DeadLetters', props.encryptionKey);
    this.queue = encryptedQueue(this, 'Queue', props.encryptionKey, {
      retentionPeriod: Duration.days(4),
      visibilityTimeout: this.visibilityTimeout,
      deadLetterQueue: { queue: this.deadLetterQueue, maxReceiveCount },
    });
  }

  /** Lets the grantee send messages, and encrypt them. */
  grantSendMessages(grantee: iam.IGrantable): iam.Grant {
    return this.queue.grantSendMessages(grantee);
  }

  /** Lets the grantee receive and delete messages, and decrypt them. */
  grantConsumeMessages(grantee: iam.IGrantable): iam.Grant {
    return this.queue.grantConsumeMessages(grantee);
  }

  private validate(maxReceiveCount: number): void {
    const seconds = this.visibilityTimeout.toSeconds();
    if (seconds < 1 || seconds > 43_200) {
      throw new Error(`[${this.node.path}] visibilityTimeout: expected 1 to 43200 seconds, found ${seconds}`);
    }
    if (!Number.isInteger(maxReceiveCount) || maxReceiveCount < 1 || maxReceiveCount > 1000) {
      throw new Error(
        `[${this.node.path}] maxReceiveCount: expected a whole number from 1 to 1000, found ${maxReceiveCount}`,
      );
    }
  }
}
