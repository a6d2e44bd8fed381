import { z } from 'zod';
import { PROTOCOLS } from '../../model';

const verdict = z.enum(['yes', 'no', 'unknown']).describe('`unknown`: it depends on what no template says.');

const hop = z.strictObject({
  hop: z.string().describe('What packets pass, or what stops them.'),
  template: z.string().describe('Empty for what no template says, such as the internet.'),
  logicalId: z.string(),
  why: z.string(),
});

const shown = {
  witness: z.array(hop).describe('For `yes` one way hop by hop; for `unknown` a way that is possible.'),
  blockedBy: z.array(hop).describe('For `no` what stops each way.'),
  unresolved: z.array(z.string()).describe('What could not be resolved.'),
};

/** The answer to a question: what `prove reachability --from --to --format json` writes. */
export const answerSchema = z
  .strictObject({
    question: z.strictObject({
      from: z.string(),
      to: z.string(),
      port: z.int().min(0).max(65535).exactOptional(),
      protocol: z.enum(PROTOCOLS).exactOptional(),
    }),
    answer: verdict,
    ...shown,
  })
  .describe('Answer of `lionrock prove reachability --from X --to Y --format json`.');

/** Every zone with every other: what `prove reachability --format json` writes. */
export const matrixSchema = z
  .strictObject({
    zones: z.array(
      z.strictObject({
        name: z.string().describe('`internet`, or the name of the VPC and the zone.'),
        by: z.enum(['tag', 'routes', 'outside']).describe('How the zone was found.'),
      }),
    ),
    cells: z.array(
      z.strictObject({
        from: z.string(),
        to: z.string(),
        answer: verdict,
        traffic: z
          .array(z.strictObject({ protocol: z.string(), ports: z.string() }))
          .describe('For `yes` what surely passes, for `unknown` what may.'),
        declared: z.array(z.string()).describe('Ids of the flows that declare traffic between the two.'),
        ...shown,
      }),
    ),
    properties: z
      .array(z.strictObject({ name: z.string(), answer: verdict, counterexamples: z.array(z.string()) }))
      .describe('What holds of the network as a whole. Empty where the templates declare no flows.'),
  })
  .describe('Matrix of `lionrock prove reachability --format json`.');

/** JSON Schema (2020-12) of what `prove reachability` writes: of an answer, or of the matrix. */
export function reachabilityJsonSchema(): z.core.JSONSchema.BaseSchema {
  return z.toJSONSchema(z.union([answerSchema, matrixSchema]), { io: 'output' });
}
