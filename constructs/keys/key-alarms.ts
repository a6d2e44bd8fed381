import { aws_events as events } from 'aws-cdk-lib';
import type { aws_kms as kms, aws_sns as sns } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import { TopicPublisher } from '../detection/topic-publisher';

/** Properties of {@link KeyAlarms}. */
export interface KeyAlarmsProps {
  /** Keys to watch; all of one account and region. */
  readonly keys: readonly kms.IKey[];
  /** Where alarms go. */
  readonly topic: sns.ITopic;
}

/** Calls that change who can use a key or whether anybody can, and the end of rotation. */
const CHANGES = [
  'CancelKeyDeletion',
  'DeleteImportedKeyMaterial',
  'DisableKey',
  'DisableKeyRotation',
  'PutKeyPolicy',
  'ScheduleKeyDeletion',
];

/** Every way to use a key. */
const USES = ['Decrypt', 'Encrypt', 'GenerateDataKey', 'GenerateMac', 'ReEncrypt', 'Sign', 'Verify'];

/** By default EventBridge passes no calls that only read; KMS counts the use of a key among them. */
export const WITH_READS = 'ENABLED_WITH_ALL_CLOUDTRAIL_MANAGEMENT_EVENTS';

/**
 * Tells a topic when one of the keys is disabled, scheduled for deletion, deleted, gets another policy or stops
 * rotating, and when its use is refused. Needs a trail that records management events. Evidence for KEY-06, KEY-08.
 */
export class KeyAlarms extends Construct {
  /** @throws Error when there are no keys. */
  constructor(scope: Construct, id: string, props: KeyAlarmsProps) {
    super(scope, id);
    if (props.keys.length === 0) {
      throw new Error(`[${this.node.path}] keys: expected at least one key to watch, found none; give the keys`);
    }
    const arns = props.keys.map((key) => key.keyArn);
    const target = new TopicPublisher(this, 'Publisher', { topic: props.topic }).target();
    new events.Rule(this, 'Changed', {
      description: 'A key was disabled, scheduled for deletion or given another policy',
      eventPattern: {
        source: ['aws.kms'],
        detailType: ['AWS API Call via CloudTrail'],
        detail: { eventName: CHANGES, resources: { ARN: arns } },
      },
      targets: [target],
    });
    new events.Rule(this, 'Deleted', {
      description: 'A key was deleted for good',
      eventPattern: { source: ['aws.kms'], detailType: ['KMS CMK Deletion'], resources: arns },
      targets: [target],
    });
    const refused = new events.Rule(this, 'Refused', {
      description: 'The use of a key was refused',
      eventPattern: {
        source: ['aws.kms'],
        detailType: ['AWS API Call via CloudTrail'],
        detail: {
          eventName: USES.map((prefix) => ({ prefix })),
          errorCode: [{ prefix: 'AccessDenied' }],
          resources: { ARN: arns },
        },
      },
      targets: [target],
    });
    const { defaultChild } = refused.node;
    if (defaultChild instanceof events.CfnRule) defaultChild.state = WITH_READS;
  }
}
