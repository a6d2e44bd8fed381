import { z } from 'zod';

/** One side over all templates, pass after pass: as a command sees it, and when the process is warm. Times in seconds. */
export const measuredSchema = z.strictObject({
  templates: z.int().positive(),
  first: z.number().positive(),
  second: z.number().positive(),
  /** Median of the last ten of `PASSES`. */
  warm: z.number().positive(),
  megabytes: z.number().positive(),
  /** Answers or findings of the last pass: a side that found nothing did not run. */
  results: z.int().positive(),
});

export type Measured = z.infer<typeof measuredSchema>;
