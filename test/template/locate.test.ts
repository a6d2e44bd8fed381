import { readUnit, templateFromObject, unitOfText } from '../../lib/template';
import { workspace } from './workspace';

const { write } = workspace();

const JSON_TEXT = `{
  "Resources": {
    "A": {
      "Type": "T",
      "Properties": {
        "List": [
          { "x": 1 },
          { "y": { "Fn::If": ["C", 1, 2] } }
        ],
        "dotted.key": { "z": true }
      }
    }
  }
}`;
const YAML_TEXT = `Resources:
  A:
    Type: T
    Properties:
      List:
        - x: 1
        - y: !If [C, 1, 2]
      dotted.key: {z: true}
`;

const cases: readonly (readonly [string | undefined, readonly [number, number], readonly [number, number]])[] = [
  [undefined, [3, 5], [2, 3]],
  ['Properties', [5, 7], [4, 5]],
  ['Properties.List', [6, 9], [5, 7]],
  ['Properties.List.0', [7, 11], [6, 11]],
  ['Properties.List.1.y', [8, 13], [7, 11]],
  ['Properties.List[1].y', [8, 13], [7, 11]],
  ['Properties.List.1.y.deeper.still', [8, 13], [7, 11]],
  ['Properties.List.7', [6, 9], [5, 7]],
  ['Properties.dotted.key.z', [10, 25], [8, 20]],
  ['Properties.Missing', [5, 7], [4, 5]],
  ['UpdatePolicy', [3, 5], [2, 3]],
];

test.each(cases)('%s is found in JSON and YAML', (path, json, yaml) => {
  for (const [name, text, [line, column]] of [
    ['t.json', JSON_TEXT, json],
    ['t.yaml', YAML_TEXT, yaml],
  ] as const) {
    const file = write(name, text);
    const [template] = readUnit(file).graph.templates;
    expect(template?.locate('A', path)).toEqual({ file: template?.path, line, column });
  }
});

test('an unknown resource, or a template that never was text, has no position', () => {
  expect(readUnit(write('t.json', JSON_TEXT)).graph.templates[0]?.locate('B')).toBeUndefined();
  expect(templateFromObject('t.json', JSON.parse(JSON_TEXT)).locate('A')).toBeUndefined();
});

test('a template within a stack set is found where its text stands', () => {
  const body = JSON.stringify({ Resources: { In: { Type: 'T' } } });
  const text = `Resources:\n  S:\n    Type: AWS::CloudFormation::StackSet\n    Properties:\n      TemplateBody: '${body}'\n`;
  const unit = readUnit(write('set.yaml', text));
  const inner = unit.graph.templates.find(({ path }) => path.endsWith('#S'));
  expect(inner?.locate('In')).toMatchObject({ file: unit.graph.templates[0]?.path, line: 5, column: 7 });
});

test('parameters and outputs are found where no resource has their name, and the template itself', () => {
  const text = 'Parameters:\n  P:\n    Type: String\n    Default: x\nResources: {}\nOutputs:\n  O:\n    Value: y\n';
  const [template] = readUnit(write('declared.yaml', text)).graph.templates;
  expect(template?.locate('P', 'Default')).toMatchObject({ line: 4, column: 5 });
  expect(template?.locate('P', 'Properties.Default')).toMatchObject({ line: 4 });
  expect(template?.locate('O', 'Value')).toMatchObject({ line: 8 });
  expect(template?.locate('', 'Outputs')).toMatchObject({ line: 6 });
});

describe('a name', () => {
  const text = JSON.stringify(
    {
      Parameters: { Same: { Default: 1 }, P: { Default: 2 } },
      Outputs: { Same: { Value: 1 }, P: { Value: 3 }, O: { Value: 4 } },
      Resources: { Same: { Properties: { Properties: 1 } } },
    },
    null,
    1,
  );
  const lineOf = (needle: string, nth = 0) => {
    const lines = text.split('\n').flatMap((line, index) => (line.includes(needle) ? [index + 1] : []));
    return lines[nth];
  };
  const [template] = [text].map((content) => unitOfText('t', content).graph.templates[0]);

  test.each<[string, string | undefined, number | undefined]>([
    ['Same', undefined, lineOf('"Same"', 2)],
    ['Same', '', lineOf('"Same"', 2)],
    ['Same', 'Default', lineOf('"Same"', 2)],
    ['Same', 'Properties.Properties', lineOf('"Properties": 1')],
    ['P', 'Default', lineOf('"Default": 2')],
    ['P', 'Value', lineOf('"P"')],
    ['O', 'Properties.Value', lineOf('"Value": 4')],
    ['O', 'Properties', lineOf('"O"')],
    ['None', 'Properties', undefined],
    ['', 'Outputs.O.Value', lineOf('"Value": 4')],
    ['', undefined, 1],
    ['Resources', undefined, undefined],
  ])('%j with the path %j is found at line %j', (name, path, line) => {
    expect(template?.locate(name, path)?.line).toBe(line);
  });

  test('is found behind line ends of either kind, at its column', () => {
    const place = (content: string) => unitOfText('t', content).graph.templates[0]?.locate('A', 'Properties.x');
    expect(place('{"Resources":\r\n{"A":{"Type":"T",\r\n "Properties":{"x":1}}}}')).toEqual({
      file: 't',
      line: 3,
      column: 16,
    });
    expect(place('Resources:\r\n  A:\r\n    Type: T\r\n    Properties: {y: 1, x: 1}\r\n')).toEqual({
      file: 't',
      line: 4,
      column: 24,
    });
    expect(place('\n\n{"Resources":{"A":{"Type":"T","Properties":{"x":1}}}}')?.line).toBe(3);
  });

  test('is found through anchors and quoted keys, and not through an alias', () => {
    const content =
      'Resources:\n  "A":\n    Type: T\n    Properties: &p\n      \'x\': [1, {y: 2}]\n  B:\n    Type: T\n    Properties: *p\n';
    const found = unitOfText('t', content).graph.templates[0];
    expect(found?.locate('A', 'Properties.x.1.y')).toEqual({ file: 't', line: 5, column: 17 });
    expect(found?.locate('A', 'Properties.x.9')).toEqual({ file: 't', line: 5, column: 7 });
    expect(found?.locate('B', 'Properties.x')).toEqual({ file: 't', line: 8, column: 5 });
  });
});

describe('what loops make stands where the loop says it', () => {
  const LOOPS = `Transform: AWS::LanguageExtensions
Resources:
  Fn::ForEach::Outer:
    - O
    - [a, b]
    - Volume\${O}:
        Type: T
        Properties:
          Size: 1
      Fn::ForEach::Inner:
        - I
        - [x.y]
        - Volume\${O}In&{I}End:
            Type: T
  Plain: {Type: T}
`;

  test.each([
    ['Volumea', 'Properties.Size', 9, 11],
    ['Volumeb', undefined, 6, 7],
    ['VolumebInxyEnd', undefined, 13, 11],
    ['Plain', undefined, 15, 3],
  ])('%s %s', (name, path, line, column) => {
    const [template] = readUnit(write('loops.yaml', LOOPS)).graph.templates;
    expect(template?.resources.map(({ logicalId }) => logicalId)).toContain(name);
    expect(template?.locate(name, path)).toEqual({ file: template?.path, line, column });
  });

  test('a name that no loop makes has no position', () => {
    const [template] = readUnit(write('loops.yaml', LOOPS)).graph.templates;
    expect(template?.locate('Other')).toBeUndefined();
  });
});
