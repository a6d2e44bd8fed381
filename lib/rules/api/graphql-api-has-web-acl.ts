import { accompanied } from '../check';
import type { Rule } from '../rule';

/** An association counts wherever in the unit it stands. */
export const graphqlApiHasWebAcl: Rule = {
  id: 'graphql-api-has-web-acl',
  control: 'NET-13',
  severity: 'low',
  message: 'Requests reach the API unfiltered.',
  remediation: 'Add a WebACLAssociation for the API.',
  types: ['AWS::AppSync::GraphQLApi'],
  scope: 'resource',
  evaluate: accompanied({
    namings: [{ type: 'AWS::WAFv2::WebACLAssociation', path: 'ResourceArn' }],
    expected: 'a web ACL associated with the API',
  }),
};
