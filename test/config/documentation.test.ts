import { parse } from 'yaml';
import { configReference, initialConfig, landingZoneJsonSchema } from '../../lib/config';
import { configDocs } from '../../tools/docs/config';

interface Key {
  readonly path: string;
  readonly name: string;
  readonly description: string | undefined;
}

type Schema = ReturnType<typeof landingZoneJsonSchema>;

/** Every key that the schema has, wherever it occurs. */
function keysOf(schema: Schema, path = ''): readonly Key[] {
  const own = Object.entries(schema.properties ?? {}).flatMap(([name, child]) => [
    { path: `${path}.${name}`, name, description: child.description },
    ...keysOf(child, `${path}.${name}`),
  ]);
  const alternatives = [...(schema.oneOf ?? []), ...(schema.anyOf ?? [])].flatMap((each) => keysOf(each, path));
  return [...own, ...alternatives, ...(schema.items ? keysOf(schema.items, `${path}[]`) : [])];
}

/** A text without marks of comments, lists and lines. */
function words(text: string): string {
  return text.replace(/[\s#-]+/g, ' ').trim();
}

const keys = keysOf(landingZoneJsonSchema());

test('every key of the schema has a description', () => {
  expect(keys.length).toBeGreaterThan(100);
  expect(keys.filter(({ description }) => !description).map(({ path }) => path)).toEqual([]);
});

describe('the file that init writes', () => {
  const text = initialConfig();
  const flat = words(text);

  test('shows every key, with its description', () => {
    const missing = keys.filter(
      ({ name, description = '' }) =>
        !new RegExp(`^[\\s#-]*${name}:`, 'm').test(text) || !flat.includes(words(description)),
    );
    expect(missing.map(({ path }) => path)).toEqual([]);
  });

  test('names the JSON Schema for editors on its first line', () => {
    expect(text.split('\n')[0]).toBe(
      '# yaml-language-server: $schema=./node_modules/lionrock/docs/generated/landing-zone.schema.json',
    );
    expect(initialConfig('x.json').split('\n')[0]).toContain('$schema=x.json');
  });

  test('is valid YAML also with its commented parts', () => {
    const lines = text.split('\n');
    const from = lines.indexOf('# gatePolicy:');
    const part = lines.slice(from, lines.indexOf('', from)).map((line) => line.replace(/^# ?/, ''));
    expect(parse(part.join('\n'))).toMatchObject({ gatePolicy: { failOn: 'high' } });
    expect(parse(text)).toMatchObject({ transfers: [{ from: 'ap-east-1' }, {}, {}] });
  });

  test('lines are short enough to read', () => {
    expect(text.split('\n').filter((line) => line.length > 140)).toEqual([]);
  });
});

describe('the reference page', () => {
  const page = configReference();

  test('has a row for every key', () => {
    const missing = keys.filter(({ name, description = '' }) => {
      const cell = description.replaceAll('|', '\\|');
      return !page.split('\n').some((line) => line.startsWith(`| \`${name}\` |`) && line.endsWith(`| ${cell} |`));
    });
    expect(missing.map(({ path }) => path)).toEqual([]);
  });

  test('tells types, defaults and what is required', () => {
    expect(page).toContain(
      '| `port` | whole number from 1024 to 65535 | `8080` | Port on which the container listens. |',
    );
    expect(page).toContain('| `owner` | e-mail address | **required** | Mailbox of the owner. |');
    expect(page).toContain('## `accounts[].workloads[]` with `type: postgres`');
  });
});

test('the generated documents are the schema and the page', () => {
  const docs = configDocs();
  expect(Object.keys(docs)).toEqual([
    'docs/generated/landing-zone.schema.json',
    'docs/generated/landing-zone.md',
    'docs/generated/waivers.schema.json',
    'docs/generated/waivers.md',
    'docs/generated/gate-policy.schema.json',
    'docs/generated/gate-policy.md',
  ]);
  expect(JSON.parse(docs['docs/generated/landing-zone.schema.json'] ?? '')).toMatchObject({
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    additionalProperties: false,
    required: expect.arrayContaining(['version', 'accounts', 'network']),
  });
});
