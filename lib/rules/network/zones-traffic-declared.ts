import { NOT_APPLICABLE } from '../check';
import type { Rule } from '../rule';
import { judgeGaps, zoneNetwork } from './zone-network';

/** Sends everything that each zone can send through the network that the templates describe. */
export const zonesTrafficDeclared: Rule = {
  id: 'zones-traffic-declared',
  control: 'NET-02',
  message: 'Traffic passes from one zone to another that no flow declares.',
  remediation: 'Close the way that is shown, at its security group, network ACL or route; or declare the flow.',
  types: ['AWS::EC2::Subnet'],
  scope: 'estate',
  evaluate: (_anchor, { graph }) => {
    const network = zoneNetwork(graph);
    if (!network) return NOT_APPLICABLE;
    return judgeGaps(graph, network.gaps().undeclared, ({ declared }) =>
      declared.length > 0
        ? `only what these flows declare: ${declared.join(', ')}`
        : 'nothing: no flow declares traffic',
    );
  },
};
