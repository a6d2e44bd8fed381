import type { Rule } from '../rule';
import { buildSourceWithoutCredentials } from './build-source-without-credentials';
import { iamUserPasswordReset } from './iam-user-password-reset';
import { noPlaintextSecret } from './no-plaintext-secret';
import { noPlaintextUserName } from './no-plaintext-user-name';
import { noSecretDefault } from './no-secret-default';
import { noSecretInCode } from './no-secret-in-code';
import { noSecretInEnvironment } from './no-secret-in-environment';
import { noSecretInOutputs } from './no-secret-in-outputs';
import { noSecretInParameterStore } from './no-secret-in-parameter-store';
import { noSecretInSettings } from './no-secret-in-settings';
import { noSecretInStateMachine } from './no-secret-in-state-machine';
import { noSecretInUserData } from './no-secret-in-user-data';

/** Rules of the family secrets. */
export const secretsRules: readonly Rule[] = [
  buildSourceWithoutCredentials,
  iamUserPasswordReset,
  noPlaintextSecret,
  noPlaintextUserName,
  noSecretDefault,
  noSecretInCode,
  noSecretInEnvironment,
  noSecretInOutputs,
  noSecretInParameterStore,
  noSecretInSettings,
  noSecretInStateMachine,
  noSecretInUserData,
];
