import type { aws_kms as kms } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import type { Profile } from '../../lib/profiles';
import { InlineResource } from '../inline-resource';

/** Properties of {@link AccountPasswordPolicy}. */
export interface AccountPasswordPolicyProps {
  /** Begins the name of the function. */
  readonly name: string;
  /** Customer key of the function's log; it must admit log groups. */
  readonly encryptionKey: kms.IKey;
  /** States how long the log is kept. */
  readonly profile: Profile;
  /**
   * Fewest characters, 8 to 128. G3 11.4(b) asks for 8 with four categories, CIS for 14: the stricter is the default.
   * @default 14
   */
  readonly minimumLength?: number;
  /** Passwords that may not be used again, 8 to 24 (G3 11.4(b): 8). @default 24 */
  readonly remembered?: number;
  /** Days after which a password must be changed, 1 to 183 (G3 11.4(b): every six months). @default 180 */
  readonly maximumAgeDays?: number;
}

/**
 * The password policy of an account, for IAM users that a guardrail let through: four categories of characters, length,
 * history and age as G3 11.4(b) asks or stricter. CloudFormation has no resource for it. Evidence for IDN-13.
 */
export class AccountPasswordPolicy extends Construct {
  /** @throws Error when a figure is weaker than G3 11.4(b) allows, or IAM does not take it. */
  constructor(scope: Construct, id: string, props: AccountPasswordPolicyProps) {
    super(scope, id);
    const { name, encryptionKey, profile, minimumLength = 14, remembered = 24, maximumAgeDays = 180 } = props;
    this.assertBetween('minimumLength', minimumLength, 8, 128);
    this.assertBetween('remembered', remembered, 8, 24);
    this.assertBetween('maximumAgeDays', maximumAgeDays, 1, 183);
    new InlineResource(this, 'Policy', {
      handler: 'account-password-policy',
      description: 'Sets the password policy of the account',
      resourceType: 'Custom::LionrockPasswordPolicy',
      functionName: `${name}-password-policy`,
      encryptionKey,
      profile,
      actions: ['iam:UpdateAccountPasswordPolicy'],
      withoutResource: 'The password policy of an account has no ARN.',
      properties: {
        MinimumPasswordLength: minimumLength,
        PasswordReusePrevention: remembered,
        MaxPasswordAge: maximumAgeDays,
        RequireUppercaseCharacters: true,
        RequireLowercaseCharacters: true,
        RequireNumbers: true,
        RequireSymbols: true,
        AllowUsersToChangePassword: true,
      },
    });
  }

  private assertBetween(property: string, value: number, least: number, most: number): void {
    if (Number.isInteger(value) && value >= least && value <= most) return;
    throw new Error(
      `[${this.node.path}] found ${property} ${value}: expected a whole number from ${least} to ${most} (G3 11.4(b)); correct it`,
    );
  }
}
