import { aws_iam as iam } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import { DepartmentKey } from '../../keys';
import type { CrossBoundaryExchangeProps } from './options';

/** Properties of {@link ExchangeKeys}. */
interface ExchangeKeysProps extends Pick<CrossBoundaryExchangeProps, 'custody' | 'topic' | 'transfer'> {
  /** ARN patterns of the roles that approve. */
  readonly approvers: readonly string[];
}

/** The two keys of an exchange: one encrypts what passes and wraps the key of each object, one signs approvals. */
export class ExchangeKeys extends Construct {
  readonly data: DepartmentKey;
  readonly approval: DepartmentKey;

  constructor(scope: Construct, id: string, { custody, transfer, approvers, topic }: ExchangeKeysProps) {
    super(scope, id);
    const { classification } = transfer;
    const key = (name: string, purpose: string, use: 'encryption' | 'signing') =>
      new DepartmentKey(this, name, {
        ...custody,
        classification,
        purpose: `${purpose}-${transfer.id}`.slice(0, 63),
        use,
        alarmTopic: topic,
      });
    this.data = key('Data', 'exchange', 'encryption');
    this.data.allowEvents();
    this.approval = key('Approval', 'approval', 'signing');
    this.approval.addToResourcePolicy(
      new iam.PolicyStatement({
        sid: 'DenySigningByOthers',
        effect: iam.Effect.DENY,
        principals: [new iam.AnyPrincipal()],
        actions: ['kms:Sign'],
        resources: ['*'],
        conditions: { ArnNotLike: { 'aws:PrincipalArn': [...approvers] } },
      }),
    );
  }
}
