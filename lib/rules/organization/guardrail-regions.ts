import { holds } from './proved';
import type { Rule } from '../rule';

/** Proved over every action and region: named roles may be exempt, a region more than the profile allows fails. */
export const guardrailRegions: Rule = {
  id: 'guardrail-regions',
  control: 'RES-01',
  message: 'Data can be put into any region of AWS.',
  remediation:
    'Attach a service control policy that denies, by NotAction and StringNotEquals on aws:RequestedRegion, all outside the regions of the profile.',
  types: ['AWS::Organizations::Policy'],
  scope: 'estate',
  evaluate: holds('regions', {
    status: 'fail',
    property: 'Properties.Content',
    observed: 'no policy is attached',
    expected: 'a policy that denies every action outside the regions of the profile, but for global services',
  }),
};
