import { z } from 'zod';
import { propertiesSchema } from '../proof';

const proof = {
  properties: propertiesSchema.describe('What the guardrails ensure, or do not.'),
  residual: z
    .array(
      z.strictObject({
        action: z.string(),
        regions: z.array(z.string()).describe('Regions in which it is possible.'),
        why: z.string().describe('How it moves data, and why nothing denies it.'),
      }),
    )
    .describe('Actions that the deny of regions may exempt, and that can still move data.'),
};

/** What `prove guardrails --format json` writes of one path, and of several. */
const guardrailsSchema = z.union([
  z.strictObject(proof).describe('Of one path.'),
  z
    .strictObject({
      units: z.array(
        z.union([
          z.strictObject({ path: z.string(), ...proof }),
          z.strictObject({ path: z.string(), error: z.string().describe('Why nothing could be proved.') }),
        ]),
      ),
    })
    .describe('Of several paths.'),
]);

/** JSON Schema (2020-12) of what `prove guardrails` writes. */
export function guardrailsJsonSchema(): z.core.JSONSchema.BaseSchema {
  return z.toJSONSchema(guardrailsSchema, { io: 'output' });
}
