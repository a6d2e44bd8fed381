import { aws_events as events, aws_iam as iam, Stack } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import { rulesOfThisAccount } from './rules-of-this-account';

/** Properties of {@link BaselineReport}. */
export interface BaselineReportProps {
  /** ARN of the event bus of the account that administers detection: that of its `OrganizationDetection`. */
  readonly eventBusArn: string;
  /** Begins the rule's name. */
  readonly namePrefix: string;
}

/** Name of the event bus to which accounts report. */
export function enrolmentBusName(namePrefix: string): string {
  return `${namePrefix}-accounts`;
}

/**
 * Tells the account that administers detection that this stack is there: when it was made or changed, and each day again when
 * its drift was looked for, so that no account is forgotten for longer. Belongs into the stack that switches detection on.
 */
export class BaselineReport extends Construct {
  constructor(scope: Construct, id: string, { eventBusArn, namePrefix }: BaselineReportProps) {
    super(scope, id);
    const stack = Stack.of(this);
    const role = new iam.Role(this, 'Role', {
      description: 'Assumed by EventBridge to tell the account that administers detection of this one',
      assumedBy: rulesOfThisAccount(this),
    });
    new iam.ManagedPolicy(this, 'Policy', {
      description: 'Puts events on one bus',
      roles: [role],
      statements: [new iam.PolicyStatement({ actions: ['events:PutEvents'], resources: [eventBusArn] })],
    });
    new events.Rule(this, 'Rule', {
      ruleName: `${namePrefix}-baseline-report`,
      description: 'Tells that detection of this account is there',
      eventPattern: {
        source: ['aws.cloudformation'],
        detailType: ['CloudFormation Stack Status Change', 'CloudFormation Drift Detection Status Change'],
        detail: {
          'stack-id': [stack.stackId],
          $or: [
            { 'status-details': { status: ['CREATE_COMPLETE', 'UPDATE_COMPLETE'] } },
            { 'status-details': { 'detection-status': ['DETECTION_COMPLETE'] } },
          ],
        },
      },
      targets: [{ bind: () => ({ arn: eventBusArn, role }) }],
    });
  }
}
