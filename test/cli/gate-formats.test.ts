import { readFileSync } from 'node:fs';
import { publicDatabase, template } from '../gate/support/databases';
import { Scratch } from '../gate/support/scratch';
import { run } from './support/run';

const scratch = new Scratch();
afterAll(() => scratch.clean());

const FORMATS = ['text', 'json', 'sarif', 'junit', 'markdown', 'oscal', 'csv', 'html'] as const;

const SECRET = 'AKIAIOSFODNN7EXAMPLE hunter2-hunter2';

const bad = scratch.write(
  'bad.json',
  template({
    Database: publicDatabase({
      Properties: { Engine: 'postgres', PubliclyAccessible: true, MasterUserPassword: SECRET },
    }),
  }),
);

const written = async (folder: string) => {
  const formats = FORMATS.flatMap((format) => ['--format', `${format}=${scratch.path(`${folder}/${format}`)}`]);
  const { status } = await run(['gate', bad, '--now', '2026-11-26', '--quiet', ...formats]);
  expect(status).toBe(1);
  return FORMATS.map((format) => readFileSync(scratch.path(`${folder}/${format}`), 'utf8'));
};

describe('the formats of the gate', () => {
  it('come several at once, and the same byte for byte each time', async () => {
    const first = await written('first');
    expect(first.map((text) => text.slice(0, 6).trim())).toEqual([
      'FAIL',
      '{\n  "s',
      '{\n  "$',
      '<?xml',
      '## Lio',
      '{\n  "a',
      '\uFEFFid,st'.trim(),
      '<!doct',
    ]);
    expect(await written('second')).toEqual(first);
  });

  it('show no secret', async () => {
    for (const text of await written('secrets')) {
      expect(text).not.toContain('hunter2');
      expect(text).not.toContain('IOSFODNN7EXAMPLE');
      expect(text).toContain('rds-not-public');
    }
  });

  it('go to standard output one at a time', async () => {
    const { stdout } = await run(['gate', bad, '--format', 'junit']);
    expect(stdout).toMatch(/^<\?xml version="1.0" encoding="UTF-8"\?>\n<testsuites /);
    expect(stdout.endsWith('</testsuites>\n')).toBe(true);
    expect((await run(['gate', bad, '--format', 'junit', '--format', 'csv'])).status).toBe(2);
  });

  it.each(['xml', 'SARIF', ''])('"%s" is refused with the list of those that there are', async (name) => {
    const { status, stderr } = await run(['gate', bad, '--format', name]);
    expect(status).toBe(2);
    expect(stderr).toContain('Expected text, json, sarif, junit, markdown, oscal, csv or html');
  });

  it('of a proof are text and JSON', async () => {
    const { status, stderr } = await run(['prove', 'reachability', bad, '--format', 'sarif']);
    expect(status).toBe(2);
    expect(stderr).toContain('Expected text or json');
  });
});
