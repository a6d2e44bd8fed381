import { aws_iam as iam, Stack } from 'aws-cdk-lib';
import type { aws_events as events, aws_kms as kms, aws_sns as sns } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import { rulesOfThisAccount } from './rules-of-this-account';

/** Properties of {@link TopicPublisher}. */
export interface TopicPublisherProps {
  /** Topic to which events are sent. */
  readonly topic: sns.ITopic;
  /**
   * Key with which the topic is encrypted; its policy must let the account's policies decide, as CDK's keys do.
   * @default - the key that the topic knows itself to be encrypted with, if any
   */
  readonly encryptionKey?: kms.IKey;
}

/**
 * Lets EventBridge rules of this account send events to a topic, through a role of their own.
 *
 * EventBridge sends no source account or rule along when it publishes by a topic's policy, so that such a policy would
 * have to trust `events.amazonaws.com` without condition. A role does not have this gap: only rules of this account can
 * assume it, and the topic's policy need not know EventBridge at all.
 */
export class TopicPublisher extends Construct {
  /** Role that rules assume. */
  readonly role: iam.IRole;
  private readonly topic: sns.ITopic;

  constructor(scope: Construct, id: string, props: TopicPublisherProps) {
    super(scope, id);
    this.topic = props.topic;
    this.role = new iam.Role(this, 'Role', {
      description: 'Assumed by EventBridge rules of this account to send alerts',
      assumedBy: rulesOfThisAccount(this),
    });
    new iam.ManagedPolicy(this, 'Policy', {
      description: 'Publishes to one topic',
      roles: [this.role],
      statements: this.statements(props.encryptionKey ?? props.topic.masterKey),
    });
  }

  /**
   * The topic as a target of a rule.
   * @param message what to send; the whole event when absent.
   */
  target(message?: events.RuleTargetInput): events.IRuleTarget {
    return {
      bind: () => ({
        arn: this.topic.topicArn,
        role: this.role,
        targetResource: this.topic,
        ...(message ? { input: message } : {}),
      }),
    };
  }

  private statements(key: kms.IKey | undefined): iam.PolicyStatement[] {
    const { region, urlSuffix } = Stack.of(this);
    const publish = new iam.PolicyStatement({
      sid: 'PublishAlerts',
      actions: ['sns:Publish'],
      resources: [this.topic.topicArn],
    });
    if (!key) return [publish];
    const encrypt = new iam.PolicyStatement({
      sid: 'EncryptAlerts',
      actions: ['kms:GenerateDataKey', 'kms:Decrypt'],
      resources: [key.keyArn],
      conditions: { StringEquals: { 'kms:ViaService': `sns.${region}.${urlSuffix}` } },
    });
    return [publish, encrypt];
  }
}
