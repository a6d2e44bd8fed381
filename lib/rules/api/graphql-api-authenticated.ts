import { noneOf, property } from '../check';
import type { Rule } from '../rule';

const SAM = 'AWS::Serverless::GraphQLApi';

/** The property is required. */
export const graphqlApiAuthenticated: Rule = {
  id: 'graphql-api-authenticated',
  control: 'WKL-08',
  message: 'Whoever has the key that stands in every client can call the API.',
  remediation: 'Set AuthenticationType to AWS_IAM, OPENID_CONNECT or AMAZON_COGNITO_USER_POOLS.',
  types: ['AWS::AppSync::GraphQLApi', SAM],
  scope: 'resource',
  evaluate: (resource, context) =>
    property(resource.type === SAM ? 'Auth.Type' : 'AuthenticationType', noneOf('API_KEY'))(resource, context),
};
