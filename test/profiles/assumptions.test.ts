import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const FOLDERS = ['constructs', 'lib/landing-zone', 'lib/rules', 'lib/gate', 'lib/proofs', 'lib/template', 'lib/packs'];

/** Lines of code, comments and texts for people left out. */
function codeOf(path: string): readonly string[] {
  return readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => !/^\s*(\/\/|\/?\*)/.test(line) && !/such as|for example/.test(line));
}

const FILES = FOLDERS.flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !name.startsWith('upstream/'))
    .map((name) => join(folder, name)),
);

function linesWith(pattern: RegExp): readonly string[] {
  return FILES.flatMap((path) =>
    codeOf(path).flatMap((line) => (pattern.test(line) ? [`${path}: ${line.trim()}`] : [])),
  );
}

describe('code for every jurisdiction', () => {
  test('looks at many files', () => expect(FILES.length).toBeGreaterThan(400));

  test('hard-codes no partition in an ARN', () => expect(linesWith(/arn:aws(-[a-z-]+)?:/)).toEqual([]));

  test('matches no region by a prefix or a pattern', () => {
    expect(
      linesWith(/['"`/^](?:ap|us|eu|ca|sa|me|af|il|mx|cn)-[a-z]*-?\*|startsWith\(['"`](?:ap|us|eu|ca|cn)-/),
    ).toEqual([]);
    expect(linesWith(/\/\^?\(?(?:ap|us|eu|cn)-/)).toEqual([]);
  });

  test('names no region', () => {
    // The canary needs any region. The catalogue of the residency proof knows what AWS keeps in us-east-1 alone.
    const lines = linesWith(/['"`][a-z]{2}(-gov)?-(east|west|south|north|central|southeast|northeast)-\d['"`]/);
    const files = lines.map((line) => line.split(':')[0]).filter((path) => !path?.startsWith('lib/proofs/residency/'));
    expect(files).toEqual(['lib/packs/canary.ts']);
  });
});
