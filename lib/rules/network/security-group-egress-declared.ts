import { at, companions, filled, isAlone, judge, NOT_APPLICABLE } from '../check';
import type { Rule } from '../rule';

/**
 * A group without an entry of egress gets one for all protocols to everywhere. Entries that stand alone count,
 * wherever in the unit they are.
 */
export const securityGroupEgressDeclared: Rule = {
  id: 'security-group-egress-declared',
  control: 'NET-05',
  severity: 'medium',
  message: 'The security group says nothing of egress, so that EC2 lets everything out.',
  remediation: 'Declare SecurityGroupEgress with the destinations that are needed.',
  types: ['AWS::EC2::SecurityGroup'],
  scope: 'resource',
  evaluate: (resource, { graph }) => {
    const [declared] = judge(at(resource.properties, 'SecurityGroupEgress'), filled);
    if (declared?.status !== 'fail') return declared ?? NOT_APPLICABLE;
    const alone = isAlone(companions(graph, resource, { type: 'AWS::EC2::SecurityGroupEgress', path: 'GroupId' }));
    if (alone === true) return declared;
    const because = 'an entry of egress may belong to this group';
    return alone === 'unknown' ? { ...declared, status: 'unknown', because } : { ...declared, status: 'pass' };
  },
};
