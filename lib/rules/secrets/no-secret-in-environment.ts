import { ENVIRONMENTS } from './environments';
import { judgeVariable } from './judge-variable';
import type { Rule } from '../rule';

/**
 * A variable is judged by its name (PASSWORD, TOKEN, API_KEY …) and by the form of its value. An address, an ARN
 * or a number is none. A dynamic reference to the store is resolved into the configuration, which shows it; so is a
 * NoEcho parameter.
 */
export const noSecretInEnvironment: Rule = {
  id: 'no-secret-in-environment',
  control: 'KEY-11',
  message: 'A variable of the program holds a secret that every reader of its configuration sees.',
  remediation:
    'Give the program the ARN of the secret, or let the container agent inject it (Secrets, Type SECRETS_MANAGER).',
  types: Object.keys(ENVIRONMENTS),
  scope: 'resource',
  evaluate: (resource) =>
    (ENVIRONMENTS[resource.type] ?? [])
      .flatMap((read) => read(resource))
      .map(({ name, found }) => judgeVariable(name, found, resource)),
};
