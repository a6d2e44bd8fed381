import {
  aws_detective as detective,
  aws_events as events,
  aws_events_targets as targets,
  aws_securityhub as securityhub,
  Duration,
  Stack,
} from 'aws-cdk-lib';
import type { aws_sns as sns, aws_sqs as sqs } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import { alarmAtOne } from '../alarm-at-one';
import { InlineFunction, type InlineLog } from '../inline-function';
import { encryptedQueue } from '../workloads/encrypted-queue';
import { enrolmentBusName } from './baseline-report';
import { administrationRights, ADMINISTRATION_ACTIONS } from './administration-rights';

/** Properties of {@link OrganizationDetection}. */
export interface OrganizationDetectionProps {
  /** Organisation whose accounts report (`o-…`). */
  readonly organizationId: string;
  /** Begins the names of function, bus and rule. */
  readonly namePrefix: string;
  /** Log of the function; its key also encrypts what it could not do. */
  readonly log: InlineLog;
  /** Told when an account could not be made a member. */
  readonly topic: sns.ITopic;
  /**
   * Search objects of all accounts for personal data, by Macie's automated discovery.
   * @default true
   */
  readonly sensitiveData?: boolean;
  /**
   * Keep a behaviour graph of Detective.
   * @default true
   */
  readonly behaviourGraph?: boolean;
}

/**
 * Detection for a whole organisation, in the account to which GuardDuty, Security Hub, Macie, Inspector and Detective are
 * delegated. None of the first three switches itself on before an account's baseline does; an account becomes a member of all
 * when its baseline reports (`BaselineReport`), also one that joins later, and each day again. Inspector scans machines, images
 * and functions, Macie discovers personal data, Detective keeps a behaviour graph. Evidence for GOV-07, DET-01, DET-02, DET-06
 * and DET-10. CloudFormation has no resource for the settings of GuardDuty, Macie and Inspector, nor for members of all.
 */
export class OrganizationDetection extends Construct {
  constructor(
    scope: Construct,
    id: string,
    private readonly props: OrganizationDetectionProps,
  ) {
    super(scope, id);
    const { namePrefix, log, sensitiveData = true, behaviourGraph = true } = props;
    const macie = sensitiveData ? ['macie'] : [];
    const deadLetters = encryptedQueue(this, 'DeadLetters', log.encryptionKey);
    const administration = new InlineFunction(this, 'Administration', {
      handler: 'organization-detection',
      description: 'Sets security services for the organisation, and takes accounts as members',
      functionName: `${namePrefix}-organization-detection`,
      log,
      timeout: Duration.minutes(5),
      deadLetters,
      actions: ADMINISTRATION_ACTIONS,
      withoutResource: 'Settings for an organisation have no ARN, and members are not known before they join.',
      statements: administrationRights(this, {
        deadLetters,
        organizationId: props.organizationId,
        encryptionKey: log.encryptionKey,
      }),
    });
    administration.resource(this, 'Settings', {
      resourceType: 'Custom::LionrockOrganizationDetection',
      properties: { Services: ['guardduty', ...macie, 'inspector2'] },
    });
    new securityhub.CfnOrganizationConfiguration(this, 'Posture', {
      autoEnable: false,
      autoEnableStandards: 'NONE',
      configurationType: 'LOCAL',
    });
    if (behaviourGraph) new detective.CfnGraph(this, 'Behaviour', { autoEnableMembers: true });
    const members = ['guardduty', 'securityhub', ...macie, 'inspector2', ...(behaviourGraph ? ['detective'] : [])];
    this.enrol(administration, members);
    this.tell(deadLetters);
  }

  /** Accounts report to a bus of their own; only AWS itself writes events of the source aws.cloudformation. */
  private enrol(administration: InlineFunction, services: readonly string[]): void {
    const { namePrefix, organizationId } = this.props;
    const bus = new events.EventBus(this, 'Bus', { eventBusName: enrolmentBusName(namePrefix) });
    new events.CfnEventBusPolicy(this, 'Organization', {
      eventBusName: bus.eventBusName,
      statementId: 'AccountsOfTheOrganization',
      statement: {
        Effect: 'Allow',
        Principal: '*',
        Action: 'events:PutEvents',
        Resource: bus.eventBusArn,
        Condition: { StringEquals: { 'aws:PrincipalOrgID': organizationId } },
      },
    });
    const event = events.RuleTargetInput.fromObject({
      account: events.EventField.fromPath('$.account'),
      services: [...services],
    });
    new events.Rule(this, 'Reports', {
      ruleName: `${namePrefix}-member-enrolment`,
      description: 'Accounts whose baseline is there become members',
      eventBus: bus,
      eventPattern: {
        source: ['aws.cloudformation'],
        account: events.Match.anythingBut(Stack.of(this).account),
      },
      targets: [new targets.LambdaFunction(administration.function, { event })],
    });
  }

  private tell(deadLetters: sqs.IQueue): void {
    alarmAtOne(this, 'Refused', {
      description: 'An account could not be made a member of a security service',
      metric: deadLetters.metricApproximateNumberOfMessagesVisible({
        period: Duration.minutes(5),
        statistic: 'Maximum',
      }),
      topic: this.props.topic,
    });
  }
}
