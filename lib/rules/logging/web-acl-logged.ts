import { accompanied } from '../check';
import type { Rule } from '../rule';

/** A configuration counts wherever in the unit it stands. */
export const webAclLogged: Rule = {
  id: 'web-acl-logged',
  control: 'LOG-06',
  message: 'Requests that the web ACL judges are not recorded.',
  remediation: 'Add a LoggingConfiguration for the web ACL.',
  types: ['AWS::WAFv2::WebACL'],
  scope: 'resource',
  evaluate: accompanied({
    namings: [{ type: 'AWS::WAFv2::LoggingConfiguration', path: 'ResourceArn' }],
    expected: 'a logging configuration of the web ACL',
  }),
};
