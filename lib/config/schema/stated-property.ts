import { z } from 'zod';
import { NAMED_SETS, PROTOCOLS } from '../../model';
import { slug } from './primitives';

const SETS = NAMED_SETS.map((name) => `\`${name}\``).join(', ');
const END = `\`internet\`, a zone (\`data\`: that of every VPC), VPC/zone, an address block, TEMPLATE#LogicalId of a resource, or several things at once: ${SETS}.`;

/** What must hold of the network beside its flows, in the words of `lionrock prove reachability`. */
export const statedPropertySchema = z
  .strictObject({
    name: slug.describe('Name of the property.').meta({ examples: ['internet-not-to-data'] }),
    from: z
      .string()
      .min(1)
      .describe(`Who opens the connection: ${END}`)
      .meta({ examples: ['internet'] }),
    to: z
      .string()
      .min(1)
      .describe(`To whom: ${END}`)
      .meta({ examples: ['data'] }),
    port: z
      .union([
        z.int().min(0).max(65535),
        z.string().regex(/^\d{1,5}(-\d{1,5})?(,\d{1,5}(-\d{1,5})?)*$/, 'expected ports such as "443,8000-8010"'),
      ])
      .optional()
      .describe('Destination port, or several of which one will do ("443,8000-8010"); any when absent.')
      .meta({ examples: [443] }),
    protocol: z
      .enum(PROTOCOLS)
      .optional()
      .describe('Protocol; tcp with a port, else all.')
      .meta({ examples: ['tcp'] }),
    expect: z
      .enum(['yes', 'no'])
      .optional()
      .describe('Whether connections must be possible, or impossible.')
      .meta({ examples: ['no'] }),
    crosses: z
      .string()
      .min(1)
      .optional()
      .describe(
        'Instead: what all of them must pass: `inspection` (any firewall), a zone, VPC/zone, or TEMPLATE#LogicalId.',
      )
      .meta({ examples: ['inspection'] }),
    reason: z
      .string()
      .min(10)
      .describe('Why this must hold, for the reviewer.')
      .meta({ examples: ['Records are kept where no visitor can reach them'] }),
  })
  .refine(
    ({ expect, crosses }) => (expect === undefined) !== (crosses === undefined),
    'expected either `expect` or `crosses`',
  )
  .describe('A property of the network, proved by the gate.');
export type StatedProperty = z.infer<typeof statedPropertySchema>;
