import { forSome } from '../../model';
import { among, get } from '../check';
import { attachedPolicies } from './guardrails';
import type { Rule } from '../rule';

const PATH = 'services.default.opt_out_policy.@@assign';

const EXPECTED = 'an attached policy whose default is optOut';

const optsOut = among('optOut');

/** Nothing opts out by default. */
export const guardrailAiOptOut: Rule = {
  id: 'guardrail-ai-opt-out',
  control: 'GOV-09',
  message: 'AWS may keep content of its AI services, also in other regions, to improve them.',
  remediation: 'Attach an AISERVICES_OPT_OUT_POLICY with default optOut at the root.',
  types: ['AWS::Organizations::Policy'],
  scope: 'estate',
  evaluate: (_anchor, { graph }) => {
    const policies = attachedPolicies(graph, 'AISERVICES_OPT_OUT_POLICY');
    const holds = forSome(policies, ({ properties }) => optsOut.test(get(properties['Content'], PATH)));
    const property = 'Properties.Content';
    if (holds === true) return { status: 'pass', property, expected: EXPECTED };
    if (holds === false)
      return { status: 'fail', property, observed: 'no attached policy says so', expected: EXPECTED };
    return { status: 'unknown', property, expected: EXPECTED, because: 'the opt-out policy cannot be read' };
  },
};
