import { among, noneOf, property, when } from '../check';
import type { Rule } from '../rule';

/**
 * What was rejected shows who tries, what was accepted shows who got in. Transit gateways always record all and
 * refuse the property.
 */
export const flowLogAllTraffic: Rule = {
  id: 'flow-log-all-traffic',
  control: 'NET-11',
  message: 'The flow log leaves out a part of the traffic.',
  remediation: 'Set TrafficType to ALL.',
  types: ['AWS::EC2::FlowLog'],
  scope: 'resource',
  evaluate: property(
    'TrafficType',
    among('ALL'),
    when('ResourceType', noneOf('TransitGateway', 'TransitGatewayAttachment')),
  ),
};
