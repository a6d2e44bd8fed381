import { among, property, some } from '../check';
import type { Rule } from '../rule';

/** EDGE when nothing is said: what is delivered from the edge has a rule of its own. */
export const apiDomainEndpointNamed: Rule = {
  id: 'api-domain-endpoint-named',
  control: 'NET-01',
  severity: 'low',
  message: 'The domain does not say from which network it is reached.',
  remediation: 'Set EndpointConfiguration.Types to REGIONAL or PRIVATE.',
  types: ['AWS::ApiGateway::DomainName'],
  scope: 'resource',
  evaluate: property('EndpointConfiguration.Types', some(among('REGIONAL', 'PRIVATE', 'EDGE'))),
};
