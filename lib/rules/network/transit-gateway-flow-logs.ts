import { accompanied } from '../check';
import type { Rule } from '../rule';

/** What passes between networks is seen whole only where they meet. */
export const transitGatewayFlowLogs: Rule = {
  id: 'transit-gateway-flow-logs',
  control: 'NET-11',
  message: 'Nobody records who talks to whom through the transit gateway.',
  remediation: 'Add a FlowLog of ResourceType TransitGateway, to the central log store.',
  types: ['AWS::EC2::TransitGateway'],
  scope: 'resource',
  evaluate: accompanied({
    namings: [{ type: 'AWS::EC2::FlowLog', path: 'ResourceId' }],
    expected: 'a flow log of the transit gateway',
  }),
};
