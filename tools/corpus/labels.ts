import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { CATEGORIES } from '../../lib/model';

const schema = z.array(
  z.object({
    id: z.string(),
    file: z.string(),
    source: z.string(),
    ruleId: z.string(),
    resource: z.string().nullable(),
    resourceType: z.string().nullable(),
    candidates: z.array(z.string()).nullish(),
    expect: z.enum(['fail', 'pass', 'suppressed']),
    topic: z.enum([...CATEGORIES, 'other']),
    inScope: z.boolean(),
  }),
);

/** What somebody else's test says of one rule on one resource of one template. */
export type Label = z.infer<typeof schema>[number];

/**
 * The labels of a corpus folder.
 * @throws Error when the folder has no `labels.json` of this form.
 */
export function readLabels(folder: string): readonly Label[] {
  return schema.parse(JSON.parse(readFileSync(join(folder, 'labels.json'), 'utf8')));
}
