import { GetAccountPasswordPolicyCommand, IAMClient } from '@aws-sdk/client-iam';
import { jsonOf, type JsonMap } from '../json';
import { orGone, type Reader } from '../reader';

/** The password policy of an account, which a custom resource sets. */
export const PASSWORD_POLICY: Reader = {
  type: 'Custom::LionrockPasswordPolicy',
  facets: [
    {
      properties: [
        'MinimumPasswordLength',
        'PasswordReusePrevention',
        'MaxPasswordAge',
        'RequireUppercaseCharacters',
        'RequireLowercaseCharacters',
        'RequireNumbers',
        'RequireSymbols',
        'AllowUsersToChangePassword',
        'HardExpiry',
      ],
      unsaid: 'anything',
      read: (_, access) =>
        orGone(
          access
            .client(IAMClient)
            .send(new GetAccountPasswordPolicyCommand({}))
            .then(({ PasswordPolicy }) => jsonOf(PasswordPolicy) as JsonMap),
        ),
    },
  ],
};
