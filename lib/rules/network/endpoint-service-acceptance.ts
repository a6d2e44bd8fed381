import { isTrue, property } from '../check';
import type { Rule } from '../rule';

/** CloudFormation’s page states no default; the rule asks that it is said. */
export const endpointServiceAcceptance: Rule = {
  id: 'endpoint-service-acceptance',
  control: 'NET-18',
  category: 'network-segmentation',
  message: 'Whoever is permitted can connect to the service without being asked.',
  remediation: 'Set AcceptanceRequired to true.',
  types: ['AWS::EC2::VPCEndpointService'],
  scope: 'resource',
  evaluate: property('AcceptanceRequired', isTrue),
};
