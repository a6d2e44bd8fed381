import { readFileSync } from 'node:fs';
import { embed } from './embed';

const PAGE = 'docs/diff.md';
const WORKFLOW = 'integrations/github/security-diff.yml';

/** The files of pipelines that documents show: the tested file itself, never a copy. */
export function integrationDocs(): Readonly<Record<string, string>> {
  const workflow = ['```yaml', readFileSync(WORKFLOW, 'utf8').trim(), '```'].join('\n');
  return { [PAGE]: embed(readFileSync(PAGE, 'utf8'), 'security-diff', workflow) };
}
