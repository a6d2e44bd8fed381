import { reachabilityOf } from '../../proofs/reachability';
import { NOT_APPLICABLE } from '../check';
import type { Rule, RuleResult } from '../rule';
import { resourceAt } from './zone-network';

const PROPERTY = 'Properties';

/** Whatever names no security group wears the default group of its VPC, with everything else that names none. */
export const defaultGroupUnused: Rule = {
  id: 'default-group-unused',
  control: 'NET-09',
  message: 'The default security group of the VPC, which has rules, is worn.',
  remediation: 'Name a security group of its own, or empty the default group.',
  types: ['AWS::EC2::VPC'],
  scope: 'estate',
  evaluate: (_anchor, { graph }) => {
    if (graph.ofType('AWS::EC2::Subnet').length === 0) return NOT_APPLICABLE;
    const found = reachabilityOf(graph).wearingDefaultGroup.flatMap(({ origin, reason }): RuleResult[] => {
      const on = resourceAt(graph, origin);
      if (!on) return [];
      const told = { on, property: PROPERTY, expected: 'security groups of its own' };
      return [
        reason === undefined
          ? { ...told, status: 'fail', observed: 'the default group of the VPC' }
          : { ...told, status: 'unknown', because: reason },
      ];
    });
    return found.length > 0 ? found : { status: 'pass', property: PROPERTY };
  },
};
