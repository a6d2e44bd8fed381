import { configReference, landingZoneJsonSchema, policyDocumentation, waiverDocumentation } from '../../lib/config';

/** JSON Schemas for editors and reference pages of the files that people write, each from its one schema. */
export function configDocs(): Record<string, string> {
  const waivers = waiverDocumentation();
  const policy = policyDocumentation();
  return {
    'docs/generated/landing-zone.schema.json': `${JSON.stringify(landingZoneJsonSchema(), null, 2)}\n`,
    'docs/generated/landing-zone.md': configReference(),
    'docs/generated/waivers.schema.json': `${JSON.stringify(waivers.jsonSchema, null, 2)}\n`,
    'docs/generated/waivers.md': waivers.page,
    'docs/generated/gate-policy.schema.json': `${JSON.stringify(policy.jsonSchema, null, 2)}\n`,
    'docs/generated/gate-policy.md': policy.page,
  };
}
