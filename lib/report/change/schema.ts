import { z } from 'zod';
import {
  FATES,
  findingSchema,
  MOVEMENTS,
  PERMISSION_KINDS,
  runErrorSchema,
  SEVERITIES,
  type SecurityChange,
} from '../../model';

const count = z.int().min(0);
const verdict = z.enum(['yes', 'no', 'unknown']);
const hop = z.strictObject({ hop: z.string(), template: z.string(), logicalId: z.string(), why: z.string() });

const place = {
  template: z.string(),
  logicalId: z.string().describe('Empty for a template as a whole.'),
  resourceType: z.string(),
  constructPath: z.string().exactOptional(),
  property: z.string().exactOptional().describe('Dotted path, for example `Properties.KeyPolicy`.'),
  location: z.strictObject({ file: z.string(), line: z.int().min(1), column: z.int().min(1) }).exactOptional(),
};

const traffic = z.strictObject({
  from: z.string(),
  to: z.string(),
  before: verdict.describe('Whether it passes in the earlier state; `unknown` depends on what no template says.'),
  after: verdict,
  traffic: z.array(z.strictObject({ protocol: z.string(), ports: z.string() })),
  addresses: z.array(z.string()).describe('Addresses outside, where they are not all that the zone has.'),
  things: z.array(z.string()).describe('What of the zones it comes from or goes to, where that is not all of it.'),
  witness: z.array(hop).describe('For what is opened, one way hop by hop in the later state.'),
  blockedBy: z.array(hop).describe('For what is closed, what stops it now.'),
  unresolved: z.array(z.string()),
});

const leaving = z.strictObject({
  ...place,
  kind: z.enum(MOVEMENTS),
  destination: z.string(),
  severity: z.enum(SEVERITIES),
  status: z.enum(['fail', 'unknown', 'pass']).describe('`pass` where a live transfer of the register covers it.'),
  before: z
    .enum(['fail', 'unknown', 'pass'])
    .exactOptional()
    .describe('Only where the way was there and another transfer, or none, covers it now.'),
  transfer: z.string().nullable(),
  message: z.string(),
  witness: z.array(hop),
});

const permission = z.strictObject({
  ...place,
  kind: z.enum(PERMISSION_KINDS),
  who: z.string(),
  actions: z.array(z.string()).describe('As policies write them.'),
  on: z.array(z.string()).describe('On what; regions for guardrails.'),
  when: z.array(z.string()).describe('Conditions.'),
  before: verdict.describe('Whether it is possible in the earlier state.'),
  after: verdict,
  why: z.string(),
});

const replacement = z.strictObject({
  ...place,
  fate: z.enum(FATES),
  because: z.array(z.string()).describe('The properties that force it, or why else.'),
});

const gain = z.strictObject({
  ...place,
  rule: z.string().describe('Rule that its loss would break.'),
  evidence: z.strictObject({
    observed: z.unknown().exactOptional(),
    expected: z.unknown().exactOptional().describe('What it was.'),
    because: z.string().exactOptional(),
  }),
});

const claim = z.strictObject({
  template: z.string(),
  claim: z.string().describe('`marker classification`, `flow ID`, `transfer ID`.'),
  before: z.unknown().exactOptional(),
  after: z.unknown().exactOptional(),
});

const cost = z.strictObject({ kind: z.string(), resourceTypes: z.array(z.string()), before: count, after: count });

/** The one declaration of what `lionrock diff --format json` writes. */
export const changeSchema = z
  .strictObject({
    schemaVersion: z.literal('1'),
    before: z.string(),
    after: z.string(),
    summary: z.strictObject({
      new: count.describe('With those under `weakened`.'),
      fixed: count,
      unchanged: count,
      weakened: count,
      strengthened: count,
      claims: count,
      opened: count.describe('Traffic between zones, ways out of the jurisdiction and permissions that are new.'),
      closed: count.describe('The same, gone.'),
      replaced: count.describe('Replaced, interrupted or removed.'),
    }),
    weakened: z.array(findingSchema).describe('What the change takes away, where no other rule need fire.'),
    strengthened: z.array(gain).describe('What would be weakened if the change were taken back.'),
    claims: z.array(claim).describe('What templates claim otherwise than before.'),
    new: z.array(findingSchema).describe('Other findings that the earlier state does not have.'),
    fixed: z.array(findingSchema).describe('Findings of the earlier state that are no more.'),
    reachability: z
      .strictObject({
        opened: z.array(traffic),
        closed: z.array(traffic),
        newZones: z.array(z.string()),
        goneZones: z.array(z.string()),
      })
      .describe('The exact difference of what passes between zones.'),
    residency: z
      .strictObject({ opened: z.array(leaving), closed: z.array(leaving) })
      .describe('Ways out of the jurisdiction that one state alone has.'),
    permissions: z
      .strictObject({ gained: z.array(permission), lost: z.array(permission) })
      .describe('Who can do what in one state alone.'),
    replacement: z
      .array(replacement)
      .describe('What holds data, keys or connections and does not live through the change.'),
    cost: z.array(cost).describe('Kinds of which there are more or fewer than before.'),
    notCompared: z.array(z.string()).describe('What was not compared, and why.'),
    errors: z.array(runErrorSchema).describe('What could not be read or evaluated; with any, the exit status is 2.'),
  })
  .describe('Result of `lionrock diff --format json`.') satisfies z.ZodType<SecurityChange>;

/** JSON Schema (2020-12) of a change. */
export function changeJsonSchema(): z.core.JSONSchema.BaseSchema {
  return z.toJSONSchema(changeSchema, { io: 'output' });
}
