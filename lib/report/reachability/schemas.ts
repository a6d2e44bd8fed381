import { z } from 'zod';
import { PROTOCOLS } from '../../model';
import { propertiesSchema, verdictSchema as verdict } from '../proof';

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

const traffic = z.array(z.strictObject({ protocol: z.string(), ports: z.string() }));

/** The answer to a question: what `prove reachability --from --to --format json` writes. */
export const answerSchema = z
  .strictObject({
    question: z.strictObject({
      from: z.string(),
      to: z.string(),
      port: z
        .union([z.int().min(0).max(65535), z.string()])
        .exactOptional()
        .describe('A port, or several of which one will do: "443,8000-8010".'),
      protocol: z.enum(PROTOCOLS).exactOptional(),
      avoiding: z.string().exactOptional().describe('What ways go around.'),
    }),
    answer: verdict,
    ...shown,
    through: z
      .array(hop)
      .describe(
        'What the witness passes that ends connections and opens others, such as load balancers. ' +
          'Empty: packets of the sender arrive themselves.',
      ),
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
        traffic: traffic.describe('For `yes` what surely passes, for `unknown` what may.'),
        declared: z.array(z.string()).describe('Ids of the flows that declare traffic between the two.'),
        ...shown,
        through: z
          .array(
            z.strictObject({
              answer: z.enum(['yes', 'unknown']),
              by: z.array(hop).describe('What it leads over, in its order.'),
              traffic: traffic.describe('With what the sender connects to the first of them.'),
              received: traffic.describe('With what the last of them connects to the zone.'),
              witness: shown.witness,
              unresolved: shown.unresolved,
            }),
          )
          .describe(
            'What reaches the zone by way of something that ends connections and opens others, such as load ' +
              'balancers. Answer and traffic of the cell are about packets alone.',
          ),
      }),
    ),
    properties: propertiesSchema.describe('What holds of the network as a whole, and with a config what that states.'),
  })
  .describe('Matrix of `lionrock prove reachability --format json`.');

const path = z.string().describe('As it was named.');

/** What `prove reachability` writes of several paths: of each what it writes of one, or why it tells nothing. */
export const unitsSchema = z
  .strictObject({
    units: z.array(
      z.union([
        answerSchema.extend({ path }),
        matrixSchema.extend({ path }),
        z.strictObject({ path, error: z.string() }),
      ]),
    ),
  })
  .describe('Of several paths.');

/** JSON Schema (2020-12) of what `prove reachability` writes: of an answer, of the matrix, or of several paths. */
export function reachabilityJsonSchema(): z.core.JSONSchema.BaseSchema {
  return z.toJSONSchema(z.union([answerSchema, matrixSchema, unitsSchema]), { io: 'output' });
}
