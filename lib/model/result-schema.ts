import { z } from 'zod';
import { CATEGORIES } from './category';
import type { Result } from './result';
import { SEVERITIES } from './severity';
import { WAIVER_STATES, waiverSchema } from './waiver';

const location = z.strictObject({
  file: z.string(),
  line: z.int().min(1).describe('1-based.'),
  column: z.int().min(1).describe('1-based.'),
});

const evidence = z.strictObject({
  observed: z.unknown().exactOptional().describe('What was found; values that look like secrets are masked.'),
  expected: z.unknown().exactOptional().describe('What was expected.'),
  because: z.string().exactOptional().describe('Why; for unknown, what could not be resolved.'),
});

const hop = z.strictObject({ hop: z.string(), template: z.string(), logicalId: z.string(), why: z.string() });

/** The one declaration of a finding. */
export const findingSchema = z.strictObject({
  id: z.string().describe('Fingerprint: survives renamed files, moved lines, changed construct hashes.'),
  status: z.enum(['fail', 'unknown', 'waived', 'pass']).describe('`pass` only with --include-passed.'),
  rule: z.string(),
  control: z.string().nullable().describe('Null for a rule of another engine that maps to no control.'),
  category: z.enum(CATEGORIES),
  severity: z.enum(SEVERITIES),
  message: z.string(),
  remediation: z.string(),
  template: z.string().describe('Path of the template.'),
  logicalId: z.string().describe('Empty for a finding on the template as a whole.'),
  resourceType: z.string(),
  constructPath: z.string().exactOptional(),
  property: z.string().exactOptional().describe('Dotted path, for example `Properties.BucketEncryption`.'),
  location: location.exactOptional(),
  source: location.exactOptional().describe('CDK code that made the resource, where the assembly says.'),
  evidence: evidence.exactOptional(),
  witness: z.array(hop).exactOptional(),
  waiver: z.string().exactOptional(),
  frameworks: z.record(z.string(), z.array(z.string())).exactOptional().describe('Clauses by framework.'),
  baselineState: z.enum(['new', 'unchanged']).exactOptional().describe('Only with --baseline.'),
});

/** The one declaration of what could not be read or evaluated. */
export const runErrorSchema = z.strictObject({
  kind: z.string().describe('For example `parse`, `read`, `rule`, `silent-engine`, `nothing-evaluated`.'),
  path: z.string(),
  message: z.string(),
  line: z.int().min(1).exactOptional(),
});

const waiver = waiverSchema.safeExtend({
  state: z.enum(WAIVER_STATES),
  findings: z.int().min(0).describe('Findings that it waives; for an expired one, those that it would.'),
});

/** The one declaration of the findings document: what `--format json` writes, and its JSON Schema. */
export const resultSchema = z
  .strictObject({
    schemaVersion: z.literal('1'),
    verdict: z.enum(['pass', 'fail', 'unknown']),
    tool: z.strictObject({
      name: z.literal('lionrock'),
      version: z.string(),
      ruleSet: z
        .string()
        .default('unknown')
        .describe('Version of the rules that judged: edition and digest, `2026.11+1a2b3c4d`.'),
    }),
    profile: z.string().describe('Id of the profile whose rules applied.'),
    inputs: z.array(z.strictObject({ path: z.string(), resources: z.int().min(0) })),
    summary: z.strictObject({
      fail: z.int().min(0),
      unknown: z.int().min(0),
      waived: z.int().min(0),
      pass: z.int().min(0).describe('Also those that are not listed.'),
    }),
    baseline: z
      .strictObject({ new: z.int().min(0), fixed: z.int().min(0), unchanged: z.int().min(0) })
      .exactOptional()
      .describe('Only with --baseline: how the findings that fail, or are unknown or waived, compare with its own.'),
    findings: z.array(findingSchema),
    waivers: z.array(waiver).exactOptional().describe('The register of waivers as it was judged; absent without one.'),
    warnings: z.array(z.strictObject({ kind: z.string(), message: z.string(), subject: z.string() })),
    errors: z.array(runErrorSchema).describe('What could not be read or evaluated; with any, the verdict is not pass.'),
  })
  .describe('Result of `lionrock gate --format json`.') satisfies z.ZodType<Result>;

/** JSON Schema (2020-12) of the findings document. */
export function resultJsonSchema(): z.core.JSONSchema.BaseSchema {
  return z.toJSONSchema(resultSchema, { io: 'output' });
}
