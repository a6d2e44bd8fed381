import { accompanied } from '../check';
import type { Rule } from '../rule';

/** A flow log counts wherever in the unit it stands. */
export const vpcFlowLogs: Rule = {
  id: 'vpc-flow-logs',
  control: 'NET-11',
  message: 'Nobody records who talks to whom in the VPC.',
  remediation: 'Add a FlowLog of ResourceType VPC for all traffic, to the central log store.',
  types: ['AWS::EC2::VPC'],
  scope: 'resource',
  evaluate: accompanied({
    namings: [{ type: 'AWS::EC2::FlowLog', path: 'ResourceId' }],
    expected: 'a flow log of the VPC',
  }),
};
