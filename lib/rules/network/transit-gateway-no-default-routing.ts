import { allOf, among, property } from '../check';
import type { Rule } from '../rule';

/** Both are enabled unless it is told otherwise. */
export const transitGatewayNoDefaultRouting: Rule = {
  id: 'transit-gateway-no-default-routing',
  control: 'NET-19',
  message: 'Every network that joins the transit gateway can reach every other one.',
  remediation:
    'Set DefaultRouteTableAssociation and DefaultRouteTablePropagation to disable, and associate each attachment with the table of its zone.',
  types: ['AWS::EC2::TransitGateway'],
  scope: 'resource',
  evaluate: allOf(
    property('DefaultRouteTableAssociation', among('disable')),
    property('DefaultRouteTablePropagation', among('disable')),
  ),
};
