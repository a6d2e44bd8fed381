import type { Graph } from '../../template';
import type { FlowGap } from '../../proofs/reachability';
import { accountsOf, NOT_APPLICABLE } from '../check';
import type { Rule } from '../rule';
import { judgeGaps, subnetOf, zoneNetwork } from './zone-network';

/** A flow that cannot pass opens nothing: what it serves does not work, and the register says what is not so. */
export const zonesFlowsPossible: Rule = {
  id: 'zones-flows-possible',
  control: 'NET-02',
  severity: 'low',
  message: 'A declared flow cannot pass through the network.',
  remediation: 'Open what stops it, or remove the flow.',
  types: ['AWS::EC2::Subnet'],
  scope: 'estate',
  evaluate: (_anchor, { graph }) => {
    const network = zoneNetwork(graph);
    if (!network) return NOT_APPLICABLE;
    const gaps = network.gaps().impossible.filter((gap) => isWhole(graph, gap));
    return judgeGaps(graph, gaps, ({ declared }) => `what the flow declares: ${declared.join(', ')}`);
  },
};

/** In a single template of an account, what opens the flow may stand in another. */
function isWhole(graph: Graph, gap: FlowGap): boolean {
  const account = subnetOf(graph, gap)?.template.claims?.marker?.account;
  return account === undefined || (accountsOf(graph).get(account)?.templates ?? 0) > 1;
}
