import { anyOf, filled, present, property } from '../check';
import type { Rule } from '../rule';

/** A server records nothing unless it names a role that writes logs, or log groups. */
export const transferLogged: Rule = {
  id: 'transfer-logged',
  control: 'LOG-06',
  message: 'Nobody records who transfers which files.',
  remediation: 'Name log groups in StructuredLogDestinations, or a LoggingRole.',
  types: ['AWS::Transfer::Server'],
  scope: 'resource',
  evaluate: anyOf(property('StructuredLogDestinations', filled), property('LoggingRole', present)),
};
