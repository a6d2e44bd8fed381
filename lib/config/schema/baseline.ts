import { z } from 'zod';
import { slug } from './primitives';

const percent = z.int().max(100);

/** How the baseline of accounts reaches them. */
export const baselineSchema = z
  .strictObject({
    delivery: z
      .enum(['stacks', 'stack-sets'])
      .default('stacks')
      .describe(
        'With stacks, each account deploys its own; with stack-sets, one stack set brings the same template to all accounts of the units, those that join later too.',
      ),
    administrator: slug
      .optional()
      .describe('Account that owns the stack set; the management account when absent.')
      .meta({ examples: ['shared-services'] }),
    units: z
      .array(
        z
          .string()
          .min(1)
          .meta({ examples: ['Digital-Government/Production'] }),
      )
      .min(1)
      .optional()
      .describe(
        'Organisational units, by path, whose accounts get it; all units at the top when absent, except suspended ones.',
      ),
    waves: z
      .array(
        z
          .array(z.string().min(1))
          .min(1)
          .meta({ examples: [['Security', 'Infrastructure'], ['Digital-Government/Production']] }),
      )
      .min(1)
      .optional()
      .describe(
        'In place of units: units that are served one wave after the other, each a stack set of its own, which is changed only once the one before it came to its end.',
      ),
    failureTolerancePercent: percent
      .min(0)
      .default(10)
      .describe('Share of the accounts that may fail before the operation stops.'),
    concurrentPercent: percent.min(1).default(20).describe('Share of the accounts that are served at the same time.'),
  })
  .prefault({})
  .describe('What every account has: logging of configuration, detection, roles.');
