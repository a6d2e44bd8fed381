import { configReference, landingZoneJsonSchema } from '../../lib/config';

/** The JSON Schema for editors and the reference page of `landing-zone.yaml`, from its one schema. */
export function configDocs(): Record<string, string> {
  return {
    'docs/generated/landing-zone.schema.json': `${JSON.stringify(landingZoneJsonSchema(), null, 2)}\n`,
    'docs/generated/landing-zone.md': configReference(),
  };
}
