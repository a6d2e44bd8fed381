import { all, among, filled, isNot, property, some } from '../check';
import type { Rule } from '../rule';

/** EDGE unless something else is asked for. */
export const apiNotEdgeOptimised: Rule = {
  id: 'api-not-edge-optimised',
  control: 'RES-09',
  message: 'Requests to the API enter AWS at edge locations of other countries.',
  remediation: 'Set EndpointConfiguration.Types to REGIONAL or PRIVATE.',
  types: ['AWS::ApiGateway::RestApi', 'AWS::ApiGateway::DomainName'],
  scope: 'resource',
  evaluate: property('EndpointConfiguration.Types', all(filled, isNot('REGIONAL or PRIVATE', some(among('EDGE'))))),
};
