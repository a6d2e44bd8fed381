import { z } from 'zod';

export const verdictSchema = z
  .enum(['yes', 'no', 'unknown'])
  .describe('`unknown`: it depends on what no template says.');

/** Properties as `prove … --format json` writes them. */
export const propertiesSchema = z.array(
  z.strictObject({
    name: z.string(),
    answer: verdictSchema,
    counterexamples: z.array(z.string()).describe('What it does not hold for, or may not, a sentence each.'),
  }),
);
