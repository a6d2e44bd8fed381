import { asText } from '../../template';
import { expectation, property } from '../check';
import type { Rule } from '../rule';

const named = expectation(
  'a principal that is named',
  (value) => !/^(\*|arn:[^:]*:iam::\*.*)$/.test(asText(value) ?? ''),
);

/** An asterisk is every account of AWS. */
export const endpointServiceNotPublic: Rule = {
  id: 'endpoint-service-not-public',
  control: 'NET-18',
  category: 'public-exposure',
  message: 'Any account of AWS may connect to the service.',
  remediation: 'Name the accounts or roles in AllowedPrincipals.',
  types: ['AWS::EC2::VPCEndpointServicePermissions'],
  scope: 'resource',
  evaluate: property('AllowedPrincipals[]', named),
};
