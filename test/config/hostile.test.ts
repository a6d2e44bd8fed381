import { chmodSync, mkdtempSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { within } from '../support/within';
import { loadConfig } from '../../lib/config';

const MEGABYTE = 1024 * 1024;
const folder = mkdtempSync(join(tmpdir(), 'lionrock-hostile-'));
const path = join(folder, 'landing-zone.yaml');
afterAll(() => rmSync(folder, { recursive: true, force: true }));
afterEach(() => rmSync(path, { recursive: true, force: true }));

/** The one line with which a file is refused, without its name. */
function refusal(file = path): string {
  const result = loadConfig(file);
  if (result.kind !== 'unreadable') throw new Error(`expected the file to be unreadable, found it ${result.kind}`);
  expect(result.message).not.toContain('\n');
  expect(result.message.startsWith(file)).toBe(true);
  return result.message.slice(file.length);
}

const BOMB = ['a: &a [x, x, x, x, x, x, x, x, x, x]'];
for (const [before, name] of ['ab', 'bc', 'cd', 'de', 'ef', 'fg', 'gh', 'hi', 'ij']) {
  BOMB.push(`${name}: &${name} [${Array(10).fill(`*${before}`).join(', ')}]`);
}
const lines = (count: number, line: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => line(index)).join('\n');

test.each<[name: string, text: string | Buffer, message: RegExp]>([
  ['a YAML bomb', BOMB.join('\n'), /expands to more than 1000000 values; an anchor is repeated too often$/],
  [
    'a bomb of merges',
    `a: &a { ${lines(3000, (index) => `k${index}: 1`).replaceAll('\n', ', ')} }\n${lines(3000, (index) => `m${index}: { <<: *a }`)}`,
    /expands to more than 1000000 values/,
  ],
  [
    'a chain of anchors',
    `a: &a0 {x: 1}\n${lines(3000, (index) => `k${index}: &a${index + 1} {x: *a${index}}`)}`,
    /nests deeper than 100 levels/,
  ],
  ['brackets without end', '['.repeat(MEGABYTE), /nests deeper than 100 levels/],
  ['dashes without end', '- '.repeat(MEGABYTE), /nests deeper than 100 levels/],
  ['indentation without end', lines(1400, (index) => `${' '.repeat(index)}a:`), /nests deeper than 100 levels/],
  ['many keys', lines(200_000, (index) => `k${index}: 1`), /holds more than 400000 words and marks/],
  ['an error on every line', 'a: ]\n'.repeat(MEGABYTE), /:1:4: is not valid YAML: /],
  ['quotes without end', '"'.repeat(2 * MEGABYTE), /(is not valid YAML|holds more than 400000 words)/],
  ['many documents', '---\n'.repeat(MEGABYTE), /holds more than one YAML document; expected one$/],
  ['a binary file', Buffer.from([0x7f, 0x45, 0x4c, 0x46, 0, 1, 2, 3]), /is a binary file; expected UTF-8 text$/],
  ['text that is not UTF-8', Buffer.from('name: caf\xe9\n', 'latin1'), /is not UTF-8 text$/],
  ['UTF-16', Buffer.from('\ufeffname: x\n', 'utf16le'), /is a binary file/],
  ['JSON cut short', '{"version": 1', /:1:14: is not valid YAML: /],
  ['a tab as indentation', 'a:\n\tb: 1\n', /:2:1: is not valid YAML: /],
])(
  '%s is refused in one line and bounded time',
  (_name, content, message) => {
    writeFileSync(path, content);
    // Generous: the point is that nothing takes minutes.
    expect(within(30_000, refusal)).toMatch(message);
  },
  60_000,
);

test('a file of 50 MB is refused without being read', () => {
  writeFileSync(path, 'version: 1\n');
  truncateSync(path, 50 * MEGABYTE);
  expect(within(1000, refusal)).toBe(': is larger than 8 MiB; split what belongs elsewhere from the config');
});

test('a folder, a missing file, a device, a socket and a circle of links are refused', async () => {
  symlinkSync(path, path);
  expect(refusal()).toBe(': cannot be read: its symbolic links go round in a circle');
  rmSync(path);
  expect(refusal()).toBe(': there is no such file');
  expect(refusal(folder)).toBe(': is a folder; expected a file');
  expect(refusal('/dev/zero')).toBe(': is not a regular file');
  const server = createServer().listen(path);
  await once(server, 'listening');
  expect(refusal()).toBe(': is not a regular file');
  server.close();
  expect(refusal(join('/dev/null', 'landing-zone.yaml'))).toBe(': there is no such file');
});

test('a file that may not be read is refused', () => {
  writeFileSync(path, 'version: 1\n');
  chmodSync(path, 0);
  chmodSync(folder, 0o755);
  const user = process.geteuid?.();
  // The superuser may read everything: it has to become somebody else for this.
  if (user === 0) process.seteuid?.(65_534);
  try {
    expect(refusal()).toBe(': cannot be read: permission denied');
  } finally {
    if (user === 0) process.seteuid?.(0);
  }
});

test.each([
  ['an empty file', ''],
  ['a file of comments', '# nothing yet\n'],
])('%s was read, and is wrong', (_name, text) => {
  writeFileSync(path, text);
  expect(loadConfig(path)).toMatchObject({
    kind: 'wrong',
    problems: [{ line: 1, column: 1, path: '', message: 'the config is empty' }],
  });
});

test('a list or text instead of a mapping was read, and is wrong', () => {
  writeFileSync(path, '- version: 1\n');
  expect(loadConfig(path)).toMatchObject({
    kind: 'wrong',
    problems: [{ path: '', message: 'found a list of 1, expected a mapping of keys and values' }],
  });
});
