import { isTrue, judge, some } from '../check';
import type { Rule } from '../rule';

/** A trail of one account leaves out accounts that join later. Judged where the unit has trails, or the management account with its guardrails. */
export const estateHasOrganizationTrail: Rule = {
  id: 'estate-has-organization-trail',
  control: 'LOG-01',
  message: 'No trail records the whole organisation.',
  remediation: 'Set IsOrganizationTrail to true for the trail of the management account.',
  types: ['AWS::CloudTrail::Trail', 'AWS::Organizations::Policy'],
  scope: 'estate',
  evaluate: (_anchor, { graph }) => {
    const trails = graph
      .ofType('AWS::CloudTrail::Trail')
      .map(({ properties }) => properties['IsOrganizationTrail'] ?? null);
    return judge([{ path: 'IsOrganizationTrail', value: trails }], some(isTrue));
  },
};
