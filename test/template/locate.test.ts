import { readUnit, templateFromObject } from '../../lib/template';
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
