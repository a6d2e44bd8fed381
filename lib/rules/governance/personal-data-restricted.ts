import type { LandingZoneMarker } from '../../model';
import type { Profile } from '../../profiles';
import { asBoolean, asText, type Resource } from '../../template';
import { NOT_APPLICABLE, propertyPath } from '../check';
import { TEMPLATE } from '../declarations';
import type { Rule, RuleResult } from '../rule';
import { levelOf, reaches } from './levels';
import { DATA_STORES, tagOf, tagPropertyOf } from './tags';

/**
 * Judges templates of a landing zone by their marker, and stores wherever they stand by their tags personal-data and
 * classification; a store with only one of the tags says nothing (S17 20.1.4).
 */
export const personalDataRestricted: Rule = {
  id: 'personal-data-restricted',
  control: 'GOV-03',
  message: 'Personal data are held below the level at which they must be treated.',
  remediation: 'Raise the classification of what holds them, or keep personal data out.',
  types: [TEMPLATE, ...DATA_STORES],
  scope: 'resource',
  evaluate: (resource, { profile }) => {
    const lowest = profile.personalDataLevel.value;
    if (lowest === undefined) return NOT_APPLICABLE;
    if (resource.type !== TEMPLATE) return judgeStore(resource, lowest, profile);
    const marker = resource.template.claims?.marker;
    return marker ? judgeMarker(marker, lowest, profile) : NOT_APPLICABLE;
  },
};

function judgeMarker(
  { personalData, classification }: LandingZoneMarker,
  lowest: string,
  profile: Profile,
): RuleResult {
  const property = 'Metadata.Lionrock.marker.personalData';
  const expected = `no personal data below ${lowest}`;
  const observed = { personalData, classification };
  if (!personalData) return { status: 'pass', property, observed, expected };
  const level = levelOf(classification, profile);
  if (level === undefined)
    return {
      status: 'unknown',
      property,
      observed,
      expected,
      because: `${profile.id} knows no level ${classification}`,
    };
  return { status: reaches(level, lowest, profile) ? 'pass' : 'fail', property, observed, expected };
}

function judgeStore(resource: Resource, lowest: string, profile: Profile): RuleResult {
  const personal = tagOf(resource, 'personal-data').values;
  const classified = tagOf(resource, 'classification').values.map((value) => levelOf(asText(value) ?? '', profile));
  const property = propertyPath(tagPropertyOf(resource.type));
  const observed = { 'personal-data': personal[0], classification: classified[0] };
  const expected = `${lowest} or above where personal-data is true`;
  if (!personal.some((value) => asBoolean(value) === true) || classified.includes(undefined)) return NOT_APPLICABLE;
  if (classified.length === 0) return NOT_APPLICABLE;
  const isRight = classified.every((level) => level !== undefined && reaches(level, lowest, profile));
  return { status: isRight ? 'pass' : 'fail', property, observed, expected };
}
