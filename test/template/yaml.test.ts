import { describe as inWords, readUnit, type Value } from '../../lib/template';
import { workspace } from './workspace';

const { write } = workspace();
let files = 0;

function unitOf(text: string) {
  return readUnit(write(`t${files++}.yaml`, text));
}

/** Property `V` of the resource `R`, written as YAML. */
function valueOf(yaml: string, sections = ''): Value | undefined {
  const unit = unitOf(
    `${sections}\nResources:\n  B: {Type: AWS::S3::Bucket}\n  R:\n    Type: T\n    Properties:\n      V: ${yaml}\n`,
  );
  expect(unit.errors).toEqual([]);
  return unit.graph.templates[0]?.resource('R')?.properties['V'];
}

const sections = `
Parameters:
  P: {Type: String, Default: p}
  Open: {Type: String}
Mappings:
  M: {a: {b: mapped}}
Conditions:
  On: !Equals [!Ref Open, on]
  Same: !And [!Not [!Equals [a, b]], !Or [!Condition Never, !Equals [a, a]]]
  Never: !Equals [a, b]
`;

test.each([
  ['!Ref P', 'p'],
  ['!Sub "${P}-${AWS::Region}"', 'p-${AWS::Region}'],
  ['!Sub ["${A}", {A: !Ref P}]', 'p'],
  ['!GetAtt B.Arn', '${B.Arn}'],
  ['!GetAtt [B, Arn]', '${B.Arn}'],
  ['!GetAtt B', '${unknown: Fn::GetAtt is malformed: expected [LogicalId, Attribute]}'],
  ['!GetAtt .Arn', '${unknown:  is not a resource of this template}'],
  ['!GetAtt B.Website.URL', '${B.Website.URL}'],
  ['!Join ["-", [a, !Ref P, !Select [0, !Split [",", "x,y"]]]]', 'a-p-x'],
  ['!If [On, !Ref P, !Sub "${B}/*"]', 'one of: "p", ${B}/*'],
  ['!If [Same, 1, 2]', '1'],
  ['!FindInMap [M, a, b]', 'mapped'],
  ['!Base64 text', 'text'],
  ['!Cidr [10.0.0.0/16, 1, 8]', '["10.0.0.0/24"]'],
  ['!Select [0, !GetAZs ""]', '${Fn::GetAZs AWS::Region[0]}'],
  ['!Length [a, b]', '2'],
  ['!ToJsonString {a: !Ref P}', '{"a":"p"}'],
  ['{Fn::Join: ["", [!Ref P]]}', 'p'],
  ['{"Fn::Sub": "${P}"}', 'p'],
  ['[!If [Never, a, !Ref AWS::NoValue], b]', '["b"]'],
])('%s is %s', (yaml, expected) => {
  expect(inWords(valueOf(yaml, sections))).toBe(expected);
});

test.each<[string, unknown]>([
  ['2012-10-17', '2012-10-17'],
  ['012345678901', '012345678901'],
  ['5.10', '5.10'],
  ['443', 443],
  ['22:22', '22:22'],
  ['true', true],
  ['yes', 'yes'],
  ['"443"', '443'],
  ['~', null],
  ['', null],
  ['0x1F', '0x1F'],
  ['1e3', '1e3'],
  ['-7', -7],
  ['.5', '.5'],
  ['1_000', '1_000'],
  ['!!str 5', '5'],
  ['2001:db8::/32', '2001:db8::/32'],
  ['|\n        a\n        b', 'a\nb\n'],
  ['12345678901234567890', '12345678901234567890'],
])('%s is read as %p', (yaml, expected) => {
  expect(valueOf(yaml)).toEqual(expected);
});

test('aliases and merge keys are expanded', () => {
  const anchors = 'Metadata:\n  base: &base {a: 1, b: 2}\n  more: &more {c: 3}\n';
  expect(valueOf('{<<: [*base, *more], b: 9, d: *more}', anchors)).toEqual({ a: 1, b: 9, c: 3, d: { c: 3 } });
});

test.each([
  ['a key that stands twice', 'Resources:\n  A:\n    Type: T\n    Type: U\n', 4, /key "Type" stands twice/],
  ['a tab', 'Resources:\n\tA: 1\n', 2, /not valid YAML/],
  ['an unknown tag', 'Resources:\n  A: !Nonsense x\n', 2, /unknown tag !Nonsense/],
  ['an alias without anchor', 'Resources:\n  A: *none\n', undefined, /none/],
  ['two documents', 'Resources: {}\n---\nResources: {}\n', 2, /more than one YAML document/],
  ['a key that is a list', 'Resources:\n  ? [a]\n  : 1\n', 2, /key that is not text/],
  ['an anchor within itself', 'Resources: &r\n  A: {Type: T, Properties: *r}\n', undefined, /nested deeper/],
])('%s is an error with its line', (_, text, line, message) => {
  const { errors, inputs } = unitOf(text);
  expect(inputs).toEqual([]);
  expect(errors).toHaveLength(1);
  expect(errors[0]).toMatchObject({ kind: 'parse', message: expect.stringMatching(message) });
  expect(line === undefined || errors[0]?.line === line).toBe(true);
});

test('aliases that multiply are refused in time', () => {
  const levels = Array.from(
    { length: 12 },
    (_, index) => `  l${index + 1}: &l${index + 1} [${Array(9).fill(`*l${index}`).join()}]`,
  );
  const started = performance.now();
  const { errors } = unitOf(
    `Metadata:\n  l0: &l0 [x]\n${levels.join('\n')}\nResources: {A: {Type: T, Properties: {V: *l12}}}\n`,
  );
  expect(errors[0]?.message).toMatch(/when its aliases are expanded/);
  expect(performance.now() - started).toBeLessThan(10_000);
});
