import type { ResourceWork } from '../custom-resource';

/** The one call of IAM that is needed. */
export interface PasswordPolicies {
  updateAccountPasswordPolicy(input: object): Promise<unknown>;
}

/** What IAM takes, by type; CloudFormation hands every value over as text. */
const NUMBERS = ['MinimumPasswordLength', 'PasswordReusePrevention', 'MaxPasswordAge'];
const SWITCHES = [
  'RequireUppercaseCharacters',
  'RequireLowercaseCharacters',
  'RequireNumbers',
  'RequireSymbols',
  'AllowUsersToChangePassword',
  'HardExpiry',
];

/**
 * The password policy of an account: there is one, and setting it replaces what was there. It stays when the stack goes,
 * as IAM's default in its place would be weaker.
 */
export function passwordPolicy(iam: PasswordPolicies): ResourceWork {
  return {
    id: () => 'account-password-policy',
    set: async (properties) => {
      await iam.updateAccountPasswordPolicy({
        ...Object.fromEntries(NUMBERS.flatMap((name) => numberOf(name, properties[name]))),
        ...Object.fromEntries(SWITCHES.flatMap((name) => switchOf(name, properties[name]))),
      });
    },
    remove: async () => {},
  };
}

function numberOf(name: string, value: unknown): readonly (readonly [string, number])[] {
  if (value === undefined) return [];
  const text = textOf(value);
  if (!/^\d+$/.test(text)) throw new Error(`found ${name} ${JSON.stringify(value)}: expected a whole number`);
  return [[name, Number(text)]];
}

function switchOf(name: string, value: unknown): readonly (readonly [string, boolean])[] {
  if (value === undefined) return [];
  const text = textOf(value);
  if (text !== 'true' && text !== 'false') {
    throw new Error(`found ${name} ${JSON.stringify(value)}: expected true or false`);
  }
  return [[name, text === 'true']];
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}
