import { all, isNot, matching, noneOf, present, property, when } from '../check';
import type { Rule } from '../rule';

/** Not set is NONE. Only the route for OPTIONS is not judged. */
export const httpApiRouteAuthorised: Rule = {
  id: 'http-api-route-authorised',
  control: 'WKL-08',
  message: 'Anybody can call the route.',
  remediation: 'Set AuthorizationType to JWT, AWS_IAM or CUSTOM.',
  types: ['AWS::ApiGatewayV2::Route'],
  scope: 'resource',
  evaluate: property(
    'AuthorizationType',
    all(present, noneOf('NONE')),
    when('RouteKey', isNot('another method', matching('OPTIONS', /^OPTIONS /))),
  ),
};
