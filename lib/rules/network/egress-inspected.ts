import { NOT_APPLICABLE } from '../check';
import type { Rule } from '../rule';
import { facingZones, isOneOf } from './facing-zones';
import { judgeGaps, zoneNetwork } from './zone-network';

/** Zones that face the internet are its edge; what the others send there has to pass a firewall, declared or not. */
export const egressInspected: Rule = {
  id: 'egress-inspected',
  control: 'NET-04',
  message: 'A zone that must not face the internet opens connections to it past no firewall.',
  remediation: 'Lead the zone’s routes to the internet through a firewall, or through a proxy in a zone that faces it.',
  types: ['AWS::EC2::Subnet'],
  scope: 'estate',
  evaluate: (_anchor, { graph, profile }) => {
    const network = zoneNetwork(graph);
    if (!network) return NOT_APPLICABLE;
    const facing = facingZones(profile);
    const gaps = network.uninspected().toInternet.filter(({ from }) => !isOneOf(facing, from));
    return judgeGaps(graph, gaps, () => 'a firewall on the way, or no way');
  },
};
