import type { LandingZoneMarker } from '../../model';
import type { Profile } from '../../profiles';
import type { Resource } from '../../template';
import { NOT_APPLICABLE } from '../check';
import { TEMPLATE } from '../declarations';
import type { Rule, RuleResult } from '../rule';
import { judgeTag } from './judge-tag';
import { ceilingOf, highestCeiling, isWithin, levelOf } from './levels';
import { DATA_STORES } from './tags';

const PROPERTY = 'Metadata.Lionrock.marker.classification';

/**
 * A template of a landing zone states its deployment model, which decides the ceiling (S17 15.2.1, 17.3.1). Elsewhere
 * the model is not known, and only levels that no deployment may hold are refused.
 */
export const classificationWithinCeiling: Rule = {
  id: 'classification-within-ceiling',
  control: 'GOV-02',
  message: 'Information of this level may not be held in such a deployment.',
  remediation: 'Keep the information out, or move the system to a deployment model whose ceiling allows it.',
  types: [TEMPLATE, ...DATA_STORES],
  scope: 'resource',
  evaluate: (resource, { profile }) => {
    const marker = resource.template.claims?.marker;
    if (resource.type === TEMPLATE) return marker ? judgeMarker(marker, profile) : NOT_APPLICABLE;
    return judgeStore(resource, marker ? ceilingOf(marker, profile) : highestCeiling(profile), profile);
  },
};

function judgeMarker(marker: LandingZoneMarker, profile: Profile): RuleResult {
  const { deploymentModel, classification: observed } = marker;
  const ceiling = ceilingOf(marker, profile);
  const level = levelOf(observed, profile);
  const clause = new Map(Object.entries(profile.ceilings)).get(deploymentModel)?.source ?? 'no source';
  const expected = `at most ${ceiling ?? 'the ceiling'} in the deployment model ${deploymentModel} (${clause})`;
  if (ceiling === undefined || level === undefined) {
    const what =
      ceiling === undefined ? `no ceiling of the deployment model ${deploymentModel}` : `no level ${observed}`;
    const because = `${profile.id} states ${what}: state it in a profile that extends it`;
    return { status: 'unknown', property: PROPERTY, observed, expected, because };
  }
  return { status: isWithin(level, ceiling, profile) ? 'pass' : 'fail', property: PROPERTY, observed, expected };
}

/** Passes are those of the marker: a tag within the highest ceiling proves nothing of a deployment that is not known. */
function judgeStore(resource: Resource, ceiling: string | undefined, profile: Profile): RuleResult {
  if (ceiling === undefined) return NOT_APPLICABLE;
  const result = judgeTag(resource, {
    name: 'classification',
    expected: `at most ${ceiling}`,
    is: (text) => {
      const level = levelOf(text, profile);
      return level === undefined ? undefined : isWithin(level, ceiling, profile);
    },
    isRequired: false,
  });
  return result.status === 'pass' && !resource.template.claims?.marker ? NOT_APPLICABLE : result;
}
