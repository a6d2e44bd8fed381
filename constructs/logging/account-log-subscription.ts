import { ArnFormat, aws_iam as iam, aws_logs as logs, Stack } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import { acknowledgeWildcards } from '../acknowledge-wildcards';

/** Properties of {@link AccountLogSubscription}. */
export interface AccountLogSubscriptionProps {
  /** Name of the policy: an account and region has one of this kind. */
  readonly policyName: string;
  /** ARN of the destination ({@link LogCollection}), in the same region. */
  readonly destinationArn: string;
  /**
   * Names of log groups that are not sent: those whose content the archive has already, and those to which the collection
   * itself writes, or it would never end.
   * @default - none
   */
  readonly exclude?: readonly string[];
}

/**
 * Sends what all log groups of an account and region receive, those of tomorrow too, to a destination of the log archive.
 * Evidence for LOG-06 (S17 14.4.1).
 */
export class AccountLogSubscription extends Construct {
  constructor(scope: Construct, id: string, props: AccountLogSubscriptionProps) {
    super(scope, id);
    const { role, permission } = this.sender();
    const { exclude = [] } = props;
    const policy = new logs.CfnAccountPolicy(this, 'Policy', {
      policyName: props.policyName,
      policyType: 'SUBSCRIPTION_FILTER_POLICY',
      scope: 'ALL',
      policyDocument: Stack.of(this).toJsonString({
        DestinationArn: props.destinationArn,
        RoleArn: role.roleArn,
        FilterPattern: '',
      }),
      ...(exclude.length > 0 ? { selectionCriteria: `LogGroupName NOT IN ${JSON.stringify(exclude)}` } : {}),
    });
    policy.node.addDependency(permission);
  }

  /** A destination that admits an organisation asks for a role of the account that sends. */
  private sender(): { role: iam.Role; permission: iam.ManagedPolicy } {
    const stack = Stack.of(this);
    const role = new iam.Role(this, 'Role', {
      description: 'Lets CloudWatch Logs send what log groups receive to the archive',
      assumedBy: new iam.ServicePrincipal('logs.amazonaws.com', {
        conditions: { StringEquals: { 'aws:SourceAccount': stack.account } },
      }),
    });
    const groups = stack.formatArn({
      service: 'logs',
      resource: 'log-group',
      resourceName: '*',
      arnFormat: ArnFormat.COLON_RESOURCE_NAME,
    });
    const permission = new iam.ManagedPolicy(this, 'RolePolicy', {
      description: 'Sends the events of the log groups of this account',
      roles: [role],
      statements: [new iam.PolicyStatement({ actions: ['logs:PutLogEvents'], resources: [groups] })],
    });
    acknowledgeWildcards(
      permission,
      [groups],
      'The subscription covers all log groups of the account, those of tomorrow too.',
    );
    return { role, permission };
  }
}
