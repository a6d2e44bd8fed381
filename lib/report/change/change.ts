import { z } from 'zod';
import { findingSchema, runErrorSchema, type BaselineCounts, type Finding, type RunError } from '../../model';

/** What changed between two states in terms of security: what `lionrock diff` tells. */
export interface Change {
  readonly schemaVersion: '1';
  readonly before: string;
  readonly after: string;
  readonly summary: BaselineCounts & { readonly weakened: number };
  /** What the change takes away, where no other rule need fire. */
  readonly weakened: readonly Finding[];
  /** Other findings that the earlier state does not have. */
  readonly new: readonly Finding[];
  /** Findings of the earlier state that are no more. */
  readonly fixed: readonly Finding[];
  readonly errors: readonly RunError[];
}

const count = z.int().min(0);

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
    }),
    weakened: z.array(findingSchema).describe('What the change takes away, where no other rule need fire.'),
    new: z.array(findingSchema).describe('Other findings that the earlier state does not have.'),
    fixed: z.array(findingSchema).describe('Findings of the earlier state that are no more.'),
    errors: z.array(runErrorSchema).describe('What could not be read or evaluated; with any, the exit status is 2.'),
  })
  .describe('Result of `lionrock diff --format json`.') satisfies z.ZodType<Change>;

/** JSON Schema (2020-12) of a change. */
export function changeJsonSchema(): z.core.JSONSchema.BaseSchema {
  return z.toJSONSchema(changeSchema, { io: 'output' });
}
