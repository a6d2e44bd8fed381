import { aws_events as events } from 'aws-cdk-lib';
import type { aws_sns as sns } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import { TopicPublisher } from '../detection/topic-publisher';
import { WITH_READS } from './key-alarms';

/** Properties of {@link KeyStoreAlarms}. */
export interface KeyStoreAlarmsProps {
  /** Where alarms go. */
  readonly topic: sns.ITopic;
}

/** Calls after which keys of a store cannot be used, or can again. */
const CALLS = [
  'ConnectCustomKeyStore',
  'CreateCustomKeyStore',
  'DeleteCustomKeyStore',
  'DisconnectCustomKeyStore',
  'UpdateCustomKeyStore',
];

/** Beginnings of what KMS says when it does not reach the material of a key. */
const OUT_OF_REACH = ['CustomKeyStore', 'KMSInvalidState', 'CloudHsmCluster', 'Xks'];

/**
 * Tells a topic when somebody connects, disconnects or changes a key store of this account and region, and when a key was asked
 * for whose material KMS does not reach: the store is off, or nothing was imported. Needs a trail that records management
 * events. Evidence for KEY-06 and KEY-08.
 */
export class KeyStoreAlarms extends Construct {
  constructor(scope: Construct, id: string, { topic }: KeyStoreAlarmsProps) {
    super(scope, id);
    const targets = [new TopicPublisher(this, 'Publisher', { topic }).target()];
    const calls = { source: ['aws.kms'], detailType: ['AWS API Call via CloudTrail'] };
    new events.Rule(this, 'Touched', {
      description: 'A key store was connected, disconnected or changed',
      eventPattern: { ...calls, detail: { eventName: CALLS } },
      targets,
    });
    const outOfReach = new events.Rule(this, 'OutOfReach', {
      description: 'A key was asked for whose material KMS does not reach',
      eventPattern: { ...calls, detail: { errorCode: OUT_OF_REACH.map((prefix) => ({ prefix })) } },
      targets,
    });
    const { defaultChild } = outOfReach.node;
    if (defaultChild instanceof events.CfnRule) defaultChild.state = WITH_READS;
  }
}
