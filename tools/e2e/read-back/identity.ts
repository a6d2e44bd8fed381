import {
  GetAccountPasswordPolicyCommand,
  GetRoleCommand,
  IAMClient,
  ListAttachedRolePoliciesCommand,
} from '@aws-sdk/client-iam';
import { expected, ofEach, type ReadBack } from './read-back';

/** Roles have the boundary and the managed policies of the template. */
export const ROLES: ReadBack = ofEach(
  'AWS::IAM::Role',
  'roles have their boundary and their policies',
  async ({ account, physicalId: RoleName, properties }, deployed) => {
    const client = new IAMClient(await deployed.client(account));
    const { Role: role } = await client.send(new GetRoleCommand({ RoleName }));
    const { AttachedPolicies: attached = [] } = await client.send(new ListAttachedRolePoliciesCommand({ RoleName }));
    client.destroy();
    const wanted = (properties['ManagedPolicyArns'] as readonly unknown[] | undefined) ?? [];
    const hours = properties['MaxSessionDuration'];
    return [
      attached.length < wanted.length && `${attached.length} of ${wanted.length} managed policies are attached`,
      properties['PermissionsBoundary'] !== undefined && !role?.PermissionsBoundary && 'it has no boundary',
      hours !== undefined && expected('longest session', hours, role?.MaxSessionDuration),
    ];
  },
);

/** Passwords of users, whom there should be none of, are as the profile says; set by a custom resource. */
export const PASSWORDS: ReadBack = ofEach(
  'Custom::LionrockPasswordPolicy',
  'the password policy of every account is set, by the handler of the custom resource',
  async ({ account, properties }, deployed) => {
    const client = new IAMClient(await deployed.client(account));
    const { PasswordPolicy: policy } = await client.send(new GetAccountPasswordPolicyCommand({}));
    client.destroy();
    return [
      expected('length', Number(properties['MinimumPasswordLength']), policy?.MinimumPasswordLength),
      expected('reuse', Number(properties['PasswordReusePrevention']), policy?.PasswordReusePrevention),
      expected('symbols', String(properties['RequireSymbols']), String(policy?.RequireSymbols)),
    ];
  },
);
