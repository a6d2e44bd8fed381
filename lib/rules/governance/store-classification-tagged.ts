import { NOT_APPLICABLE } from '../check';
import type { Rule } from '../rule';
import { judgeTag } from './judge-tag';
import { DATA_STORES } from './tags';

/** The name of the tag is a convention of landing zones: other templates are not asked for it. */
export const storeClassificationTagged: Rule = {
  id: 'store-classification-tagged',
  control: 'GOV-01',
  message: 'The store does not say how sensitive the information in it may be.',
  remediation: 'Tag it with classification, and one of the levels of the profile.',
  types: DATA_STORES,
  scope: 'resource',
  evaluate: (resource, { profile }) => {
    if (!resource.template.claims?.marker) return NOT_APPLICABLE;
    const { levels } = profile.classification;
    // Without levels that the profile states, no word is right or wrong.
    const isKnown = (text: string) => (levels.length === 0 ? undefined : levels.includes(text));
    return judgeTag(resource, {
      name: 'classification',
      expected: `tag classification: ${levels.join(', ') || `a level, of which ${profile.id} states none`}`,
      is: isKnown,
      isRequired: true,
    });
  },
};
