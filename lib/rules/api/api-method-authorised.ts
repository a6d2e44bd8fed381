import { all, noneOf, present, property, when } from '../check';
import type { Rule } from '../rule';

/**
 * OPTIONS, which browsers call before they have credentials, is not judged. A key (ApiKeyRequired) counts callers
 * and proves nothing.
 */
export const apiMethodAuthorised: Rule = {
  id: 'api-method-authorised',
  control: 'WKL-08',
  message: 'Anybody can call the method.',
  remediation: 'Set AuthorizationType to AWS_IAM, COGNITO_USER_POOLS or CUSTOM.',
  types: ['AWS::ApiGateway::Method'],
  scope: 'resource',
  evaluate: property('AuthorizationType', all(present, noneOf('NONE')), when('HttpMethod', noneOf('OPTIONS'))),
};
