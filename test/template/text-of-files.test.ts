import fc from 'fast-check';
import { describe as inWords, readUnit, templateFromObject, unitOfText } from '../../lib/template';
import { countKeys, parseJson, rejectDuplicates } from '../../lib/template/read/parse-json';
import { workspace } from './workspace';

const { write } = workspace();

/** The one mistake in a text, as `line: message`; what it resolves to when it has none. */
function mistake(text: string): string {
  const { errors, graph } = unitOfText('t', text);
  const [error, ...others] = errors;
  if (error) return others.length > 0 ? `${errors.length} errors` : `${error.line ?? '-'}: ${error.message}`;
  return inWords(graph.templates[0]?.resource('A')?.properties['V'] ?? 'read');
}

const json = (...lines: readonly string[]) => lines.join('\n');

test.each<[string, string, string]>([
  ['a comma too many', json('{', '"Resources": {},', '}'), '3: t is not valid JSON: property name expected'],
  ['a colon too few', json('{', '', '"Resources" {}}'), '3: t is not valid JSON: colon expected'],
  ['an end too few', '{"Resources": {}', '1: t is not valid JSON: close brace expected'],
  ['a word', json('{"Resources":', 'nothing}'), '2: t is not valid JSON: invalid symbol'],
  ['more behind the end', json('{"Resources": {}}', '1'), '2: t is not valid JSON: end of file expected'],
  ['a key twice', json('{"Resources": {', '"A": {},', '"A": {}}}'), '3: t key "A" stands twice in one map'],
  [
    'a key twice, deep',
    json('{"Resources": {"A": {"Type": "T", "Properties": {"x": [{', '"y": 1,', '"y": 1}]}}}}'),
    '3: t key "y" stands twice in one map',
  ],
])('JSON with %s is an error with its line', (_, text, expected) => {
  expect(mistake(text)).toBe(expected);
});

test.each([' ', '\n', '\r', '\t', '\r\n \t', ''])('a key twice is found with %j before its colon', (space) => {
  const text = `{"Resources": {"A"${space}: {"Type": "T"}, "A": {"Type": "T"}}}`;
  expect(mistake(text)).toMatch(/key "A" stands twice in one map$/);
});

test.each([
  '{"Resources": {"A": {"Type": "T", "Properties": {"V": "\\"A\\": x"}}}}',
  '{"Resources": {"A": {"Type": "T", "Properties": {"V": "\\\\"}}}}',
  '{"Resources": {"A": {"Type": "T", "Properties": {"V\\\\\\"": 1, "V": ":"}}}}',
  '{"Resources": {"A": {"Type": "T", "Properties": {"A": 1, "V": {"A": 1}}}}}',
])('no key stands twice in %s', (text) => {
  expect(mistake(text)).not.toMatch(/t key/);
});

const texts = fc.constantFrom('', '"', '\\', '\\"', '":', '{', 'a', 'b', ': ');
const { value: anyJson } = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 3 },
    fc.oneof(texts, fc.integer(), fc.boolean(), fc.constant(null)),
    fc.array(tie('value'), { maxLength: 3 }),
    fc.dictionary(texts, tie('value'), { maxKeys: 3, noNullPrototype: true }),
  ),
}));

function keysIn(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0;
  const own = Array.isArray(value) ? 0 : Object.keys(value).length;
  return Object.values(value).reduce<number>((sum, item) => sum + keysIn(item), own);
}

test('keys are counted as a full parse counts them, and none stands twice', () => {
  fc.assert(
    fc.property(anyJson, fc.constantFrom(0, 1, '\t'), (value, indent) => {
      const text = JSON.stringify(value, null, indent);
      expect(countKeys(text)).toBe(keysIn(value));
      expect(() => rejectDuplicates(text)).not.toThrow();
      expect(parseJson(text)).toEqual(value);
    }),
    { seed: 20261126, numRuns: 60 },
  );
});

const A = (value: string) => `Resources:\n  A:\n    Type: T\n    Properties:\n      V: ${value}\n`;
const ANCHORS = 'Metadata:\n  a: &a {x: 1, y: 2}\n  b: &b {y: 3, z: 4}\n  s: &s text\n  k: &k 5\n';

test.each<[string, string, string]>([
  ['a merge, which gives way to keys before it', A('{x: 0, <<: *a}'), '{x: 0, y: 2}'],
  ['a merge, which gives way to keys behind it', A('{<<: *a, x: 0}'), '{x: 0, y: 2}'],
  ['merges, the first of which wins', A('{<<: [*a, *b]}'), '{x: 1, y: 2, z: 4}'],
  ['a merge of a text', A('{<<: *s, x: 0}'), '{x: 0}'],
  ['a quoted merge key, which is none', A('{"<<": 1}'), '{<<: 1}'],
  ['an alias of a text', A('*s'), 'text'],
  ['an alias as a key', A('{*s : 1}'), '{text: 1}'],
  ['an alias of a number as a key', A('{*k : 1}'), '6: t has a key that is not text'],
  ['a number as a key', A('{1: a, 2.50: b}'), '{1: "a", 2.50: "b"}'],
  ['no key', A('{? : a}'), '{: "a"}'],
  ['an alias without its anchor', A('*none'), '10: t has the alias *none without an anchor before it'],
  ['an alias before its anchor', A('[*later, &later x]'), '10: t has the alias *later without an anchor before it'],
  ['an unknown tag', A('!None x'), '10: t has the unknown tag !None'],
  ['an unknown tag that only starts like a known one', A('!RefX x'), '10: t has the unknown tag !RefX'],
  ['a key twice', A('{a: 1, a: 2}'), '10: t key "a" stands twice in one map'],
  ['a key that is a map', A('{{a: 1}: 2}'), '10: t has a key that is not text'],
  ['tags of YAML itself', A('[!!str 1, !!int 2]'), '["1", 2]'],
  ['a key of every object', A('{__proto__: 1}'), '{__proto__: 1}'],
])('YAML with %s', (_, text, expected) => {
  const whole = ANCHORS + text;
  expect(mistake(whole)).toBe(expected.startsWith('6:') ? expected.replace('6:', '10:') : expected);
});

test.each<[string, RegExp]>([
  ['Resources:\n  A: [\n', /^3: t is not valid YAML: \S/],
  ['Resources:\n  A: "x\n', /^\d: t is not valid YAML: \S/],
  ['a: 1\n---\na: 2\n', /^2: t holds more than one YAML document: expected one template$/],
])('YAML %j is an error with its line', (text, expected) => {
  expect(mistake(text)).toMatch(expected);
});

test('brackets within brackets are read to 300 levels', () => {
  const flow = (depth: number) => mistake(`Resources: {}\nMetadata: {x: ${'['.repeat(depth)}${']'.repeat(depth)}}\n`);
  expect(flow(298)).toBe('read');
  expect(flow(299)).toBe('-: t is nested deeper than 300 levels');
  expect(flow(300)).toBe('-: t is nested deeper than 300 levels');
  const block = Array.from({ length: 310 }, (_, depth) => `${' '.repeat(depth)}k:`).join('\n');
  expect(mistake(`${block} 1\n`)).toBe('302: t is nested deeper than 300 levels');
});

test('a body of more than a million values is refused', () => {
  const row = Array.from({ length: 200_000 }, () => []);
  const body = { Resources: {}, Metadata: { rows: [row, row, row, row, row] } };
  expect(() => templateFromObject('t', body)).toThrow(new Error('t: the template has more than 1000000 values'));
});

const bytes = (...numbers: readonly number[]) => Buffer.from(numbers);

test.each<[string, Buffer, string]>([
  ['the first half of a mark, big end', bytes(0xfe, 0x41), 'is not UTF-8 text: save it as UTF-8'],
  ['the first half of a mark, little end', bytes(0xff, 0x41), 'is not UTF-8 text: save it as UTF-8'],
  ['the second half of a mark alone', bytes(0x41, 0xfe), 'is not UTF-8 text: save it as UTF-8'],
  ['half a character, little end', bytes(0xff, 0xfe, 0x00, 0xd8), 'is not UTF-16LE text: save it as UTF-8'],
  ['half a character, big end', bytes(0xfe, 0xff, 0xd8, 0x00), 'is not UTF-16BE text: save it as UTF-8'],
  ['a zero', Buffer.from('Resources: "\0"'), 'holds binary data: expected a template in JSON or YAML'],
])('a file with %s is an error that says what to do', (_, content, problem) => {
  const path = write('bytes.yaml', content);
  expect(readUnit(path).errors).toEqual([{ kind: 'read', path, message: `${path} ${problem}` }]);
});

test('4 MB are read, a byte more is not; what is no file is not', () => {
  const padded = (size: number) =>
    readUnit(write('size.json', '{"Resources":{}}'.padEnd(size))).errors.map(({ message }) =>
      message.split(' ').slice(1).join(' '),
    );
  expect(padded(4_194_304)).toEqual([]);
  expect(padded(4_194_305)).toEqual(['has 4194305 bytes: templates of more than 4194304 bytes are not read']);
  expect(readUnit('/dev/null').errors[0]?.message).toBe('/dev/null is not a regular file');
});
