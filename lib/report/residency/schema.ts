import { z } from 'zod';
import { MOVEMENTS, SEVERITIES } from '../../model';

const hop = z.strictObject({
  hop: z.string().describe('What moves, or where it arrives.'),
  template: z.string().describe('Empty for what no template says, such as another region.'),
  logicalId: z.string(),
  why: z.string(),
});

const path = z.strictObject({
  type: z.string(),
  logicalId: z.string().describe('Empty for a stack as a whole.'),
  property: z.string().describe('Dotted path; `Properties` for the resource as such, empty for a stack.'),
  kind: z.enum(MOVEMENTS).describe('What can leave.'),
  destination: z.string().describe('A region, a host, an account, or words such as `edge locations`; `unknown`.'),
  severity: z.enum(SEVERITIES),
  status: z
    .enum(['fail', 'unknown', 'pass'])
    .describe('`pass` where a live transfer of the register covers it, `unknown` where something is not resolved.'),
  transfer: z.string().nullable().describe('Id of the transfer that covers it, or that the template claims for it.'),
  witness: z.array(hop).describe('The way out, hop by hop.'),
  template: z.string(),
  location: z
    .strictObject({ file: z.string(), line: z.int().min(1), column: z.int().min(1) })
    .exactOptional()
    .describe('Where the property stands.'),
  classification: z
    .string()
    .exactOptional()
    .describe('Highest classification of what is held there, where it is told.'),
  message: z.string().describe('What happens, why it must be there, and what the transfers say.'),
});

const transfer = z.strictObject({
  id: z.string(),
  status: z.enum(['live', 'not begun', 'expired']),
  paths: z.int().min(0).describe('How many ways out it covers.'),
  problems: z
    .array(z.strictObject({ kind: z.enum(['expired', 'review overdue', 'unused']), message: z.string() }))
    .describe('What is wrong with it.'),
});

/** What `prove residency --format json` writes. */
export const residencySchema = z
  .strictObject({
    paths: z.array(path).describe('Every way out of the jurisdiction. What stays inside is not listed.'),
    transfers: z.array(transfer).describe('The transfers of the register; empty without --config.'),
  })
  .describe('Answer of `lionrock prove residency PATH… --format json`.');

/** JSON Schema (2020-12) of what `prove residency` writes. */
export function residencyJsonSchema(): z.core.JSONSchema.BaseSchema {
  return z.toJSONSchema(residencySchema, { io: 'output' });
}
