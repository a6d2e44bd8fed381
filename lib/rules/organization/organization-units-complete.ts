import { asText } from '../../template';
import { NOT_APPLICABLE, propertyPath } from '../check';
import type { Rule } from '../rule';

/** What units must separate, and how their names say so. */
const NEEDED: Readonly<Record<string, RegExp>> = {
  security: /security|audit|log/i,
  infrastructure: /infra|network|shared|platform/i,
  production: /(^|[^a-z])(prod|production|prd)([^a-z]|$)/i,
  'non-production': /non-?prod|dev|test|uat|stag|sdlc|pre-?prod/i,
  sandbox: /sandbox/i,
  'suspended or quarantined': /suspend|quarantine|exit|closed/i,
};

const OTHERWISE = /non-?prod|pre-?prod/i;

/** Runs where the unit makes the organisation itself: elsewhere other units may stand outside of it. */
export const organizationUnitsComplete: Rule = {
  id: 'organization-units-complete',
  control: 'GOV-05',
  message: 'The organisation does not keep accounts of different purpose and environment in units of their own.',
  remediation: 'Add the missing organisational units, and put accounts under them.',
  types: ['AWS::Organizations::Organization'],
  scope: 'estate',
  evaluate: (_anchor, { graph }) => {
    const units = graph.ofType('AWS::Organizations::OrganizationalUnit');
    if (units.length === 0) return NOT_APPLICABLE;
    const names = units.map(({ properties }) => asText(properties['Name']));
    const has = (what: string, pattern: RegExp) =>
      names.some(
        (name) => name !== undefined && pattern.test(what === 'production' ? name.replace(OTHERWISE, '') : name),
      );
    const missing = Object.entries(NEEDED).flatMap(([what, pattern]) => (has(what, pattern) ? [] : [what]));
    const property = propertyPath('');
    const expected = `units for ${Object.keys(NEEDED).join(', ')}`;
    if (missing.length === 0) return { status: 'pass', property, observed: names, expected };
    if (names.includes(undefined))
      return { status: 'unknown', property, expected, because: 'the name of a unit is made at deployment' };
    return { status: 'fail', property, observed: { units: names, missing }, expected };
  },
};
