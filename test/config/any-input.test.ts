import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { parse } from 'yaml';
import { loadConfig } from '../../lib/config';

const folder = mkdtempSync(join(tmpdir(), 'lionrock-any-'));
const path = join(folder, 'landing-zone.yaml');
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const base: unknown = parse(readFileSync(join(__dirname, '../fixtures/config/base/landing-zone.yaml'), 'utf8'));

type Steps = readonly (string | number)[];

/** Paths of all values in the valid config. */
function pathsOf(value: unknown, at: Steps = []): readonly Steps[] {
  if (typeof value !== 'object' || value === null) return [at];
  const entries = Array.isArray(value) ? [...value.entries()] : Object.entries(value);
  return [at, ...entries.flatMap(([key, child]: [string | number, unknown]) => pathsOf(child, [...at, key]))];
}

function replaced(value: unknown, steps: Steps, by: unknown): unknown {
  const [first, ...rest] = steps;
  if (first === undefined) return by;
  if (Array.isArray(value))
    return value.map((item: unknown, index) => (index === first ? replaced(item, rest, by) : item));
  return { ...(value as object), [first]: replaced((value as Record<string, unknown>)[first], rest, by) };
}

const anyValue = fc.oneof(
  fc.constantFrom(
    null,
    true,
    0,
    -1,
    1.5,
    '',
    'x',
    'Root',
    'internet',
    '10.64.0.0/16',
    '0.0.0.0/0',
    '::/0',
    '*',
    [],
    {},
  ),
  fc.jsonValue({ maxDepth: 2 }),
);

test('whatever stands at any place of a config, loading ends in problems in plain words, never in an exception', () => {
  const places = pathsOf(base);
  const change = fc.tuple(fc.constantFrom(...places), anyValue);
  fc.assert(
    fc.property(fc.array(change, { minLength: 1, maxLength: 3 }), (changes) => {
      const value = changes.reduce<unknown>((config, [steps, by]) => {
        try {
          return replaced(config, steps, by);
        } catch {
          return config;
        }
      }, base);
      writeFileSync(path, JSON.stringify(value) ?? '');
      const result = loadConfig(path, { environment: {} });
      if (result.kind !== 'wrong') return;
      expect(result.problems.length).toBeGreaterThan(0);
      for (const { line, column, message, found, expected, remedy } of result.problems) {
        expect([line, column]).toEqual([1, expect.any(Number)]);
        for (const text of [message, found, expected, remedy]) {
          expect(text).not.toBe('');
          expect(text).not.toMatch(/Invalid input|received|undefined|\[object/);
        }
      }
    }),
    { numRuns: 150, seed: 20261123 },
  );
}, 120_000);
