import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App } from 'aws-cdk-lib';
import { loggingExample } from '../../../examples/a-la-carte/logging';
import { unacknowledged } from '../../support/compliance';

const outdir = mkdtempSync(join(tmpdir(), 'lionrock-logging-'));
afterAll(() => rmSync(outdir, { recursive: true, force: true }));

test('the example synthesizes and satisfies the packs', () => {
  const app = new App({ outdir });
  const stack = loggingExample(app);
  expect(unacknowledged(stack)).toEqual([]);
});
