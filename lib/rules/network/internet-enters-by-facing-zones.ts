import { NOT_APPLICABLE } from '../check';
import type { Rule } from '../rule';
import { facingZones, isOneOf } from './facing-zones';
import { judgeGaps, zoneNetwork } from './zone-network';

/** Zones that the profile lets face the internet are its entrance; another one needs a flow that says so. */
export const internetEntersByFacingZones: Rule = {
  id: 'internet-enters-by-facing-zones',
  control: 'NET-03',
  message: 'The internet can open connections straight into a zone that must not face it.',
  remediation: 'Close the way that is shown, and let the internet in by the internet DMZ.',
  types: ['AWS::EC2::Subnet'],
  scope: 'estate',
  evaluate: (_anchor, { graph, profile }) => {
    const network = zoneNetwork(graph);
    if (!network) return NOT_APPLICABLE;
    const facing = facingZones(profile);
    const gaps = network
      .gaps()
      .undeclared.filter(
        ({ from, to, declared }) => from === 'internet' && declared.length === 0 && !isOneOf(facing, to),
      );
    // Which zones may face the internet is not known of a profile without a zone model.
    const unresolved = [`${profile.id} states no zone model`];
    const open = profile.zones.length > 0 ? gaps : gaps.map((gap) => ({ ...gap, sure: false, unresolved }));
    return judgeGaps(graph, open, () => `nothing but the zone ${facing.join(' or ')} is reached from the internet`);
  },
};
