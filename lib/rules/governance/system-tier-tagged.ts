import { NOT_APPLICABLE } from '../check';
import type { Rule } from '../rule';
import { judgeTag } from './judge-tag';
import { DATA_STORES } from './tags';

const ACCOUNT = 'AWS::Organizations::Account';

/**
 * The tier of a store is that of its account, which the marker of the template states; an account that a template
 * makes may have any. The name of the tag is a convention of landing zones: other templates are not asked for it.
 */
export const systemTierTagged: Rule = {
  id: 'system-tier-tagged',
  control: 'GOV-04',
  message: 'The resource does not say how critical its system is, or says something else than its account.',
  remediation: 'Tag it with system-tier, and the tier that the landing zone’s config states for the account.',
  types: [ACCOUNT, ...DATA_STORES],
  scope: 'resource',
  evaluate: (resource) => {
    const marker = resource.template.claims?.marker;
    if (!marker) return NOT_APPLICABLE;
    const tiers = resource.type === ACCOUNT ? ['1', '2', '3'] : [String(marker.systemTier)];
    return judgeTag(resource, {
      name: 'system-tier',
      expected: `tag system-tier: ${tiers.join(' or ')}`,
      is: (text) => tiers.includes(text),
      isRequired: true,
    });
  },
};
