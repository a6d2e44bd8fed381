import { among, orAbsent, property } from '../check';
import type { Rule } from '../rule';

/** Off unless it is asked for. */
export const transitGatewayNoAutoAccept: Rule = {
  id: 'transit-gateway-no-auto-accept',
  control: 'NET-18',
  message: 'Any account that sees the transit gateway can join it.',
  remediation: 'Set AutoAcceptSharedAttachments to disable.',
  types: ['AWS::EC2::TransitGateway'],
  scope: 'resource',
  evaluate: property('AutoAcceptSharedAttachments', orAbsent(among('disable'))),
};
