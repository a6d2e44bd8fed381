import { reachabilityOf } from '../../proofs/reachability';
import { NOT_APPLICABLE } from '../check';
import type { Rule } from '../rule';
import { judgeGaps } from './zone-network';

/** Sends everything that each VPC can send to the others with all firewalls closed: what arrives passed none. */
export const trafficBetweenVpcsInspected: Rule = {
  id: 'traffic-between-vpcs-inspected',
  control: 'NET-19',
  message: 'Traffic passes from one VPC to another past no firewall.',
  remediation:
    'Route what goes between the VPCs through a firewall in both directions, or close the way that is shown.',
  types: ['AWS::EC2::Subnet'],
  scope: 'estate',
  evaluate: (_anchor, { graph }) => {
    if (graph.ofType('AWS::EC2::VPC').length < 2) return NOT_APPLICABLE;
    const { betweenVpcs } = reachabilityOf(graph).uninspected();
    return judgeGaps(graph, betweenVpcs, () => 'a firewall on the way');
  },
};
