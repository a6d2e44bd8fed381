import { aws_securityhub as securityhub, Token } from 'aws-cdk-lib';
import { Construct } from 'constructs';

/** Properties of {@link PostureAdministrator}. */
export interface PostureAdministratorProps {
  /** Account that administers Security Hub for the organisation: 12 digits. */
  readonly accountId: string;
}

/**
 * Makes an account the delegated administrator of Security Hub. Belongs into the management account. Evidence for
 * GOV-07. In ap-east-1 central configuration policies are not published, so that each account's own
 * {@link SecurityPosture} says which standards it runs.
 */
export class PostureAdministrator extends Construct {
  /** @throws Error when `accountId` is not 12 digits. */
  constructor(scope: Construct, id: string, props: PostureAdministratorProps) {
    super(scope, id);
    if (!Token.isUnresolved(props.accountId) && !/^\d{12}$/.test(props.accountId)) {
      throw new Error(
        `[${this.node.path}] found accountId "${props.accountId}": expected 12 digits; give the id of the audit account`,
      );
    }
    new securityhub.CfnDelegatedAdmin(this, 'Administrator', { adminAccountId: props.accountId });
  }
}
