import fc from 'fast-check';
import {
  describe as inWords,
  graphOf,
  readUnit,
  templateFromObject,
  variantsOf,
  type Template,
} from '../../lib/template';
import { workspace } from './workspace';

const { write } = workspace();
const runs = { seed: 20261102, numRuns: 400 };
/** Generous, as the machine may be busy: what hangs takes longer than any of it. In milliseconds. */
const PATIENCE = 5000;

const YAML_TEXT = `AWSTemplateFormatVersion: '2010-09-09'
Transform: AWS::LanguageExtensions
Parameters:
  Env: {Type: String, Default: dev, AllowedValues: [dev, prod]}
  Ids: {Type: CommaDelimitedList, Default: "a,b"}
  Ami: {Type: "AWS::SSM::Parameter::Value<String>", Default: /ami}
Mappings:
  M: {dev: {size: 1}, prod: {size: 2}}
Conditions:
  Prod: !Equals [!Ref Env, prod]
  Both: !And [!Condition Prod, !Not [!Equals [!Ref "AWS::Region", ap-east-1]]]
Resources:
  B:
    Type: AWS::S3::Bucket
    Condition: Prod
    Properties:
      BucketName: !Sub "b-\${AWS::AccountId}-\${Env}"
      Tags: !If [Both, [{Key: a, Value: !FindInMap [M, !Ref Env, size]}], !Ref "AWS::NoValue"]
  Fn::ForEach::Q: [N, !Ref Ids, {"Q\${N}": {Type: "AWS::SQS::Queue", Properties: {QueueName: !Ref N}}}]
  N:
    Type: AWS::CloudFormation::Stack
    Properties: {TemplateURL: ./n.yaml, Parameters: {X: !Join [",", [!GetAtt B.Arn, !Select [0, !GetAZs ""]]]}}
  P: {Type: AWS::SSM::Parameter, Properties: {Name: /ami, Value: !Select [0, !Cidr [10.0.0.0/16, 2, 8]]}}
Outputs:
  O: {Value: !Split [",", !Sub "\${B.Arn},x"], Export: {Name: !Sub "\${Env}-o"}}
`;

/** Uses everything that a rule may ask for. */
function exercise(templates: readonly Template[]): void {
  for (const template of templates) {
    for (const resource of template.resources) {
      for (const variant of variantsOf(resource)) inWords(variant.properties);
      inWords(resource.deletionPolicy);
      template.locate(resource.logicalId, 'Properties.Tags.0.Value');
    }
    for (const { value, exportName } of template.outputs) [value, exportName].map(inWords);
    for (const { value } of template.parameters) inWords(value);
  }
}

test('the template that is mutated is sound', () => {
  const unit = readUnit(write('whole.yaml', YAML_TEXT));
  expect(unit.errors).toEqual([]);
  expect(unit.inputs[0]?.resources).toBe(5);
});

const json = JSON.stringify(readUnit(write('whole.yaml', YAML_TEXT)).graph.templates[0]?.source);
const snippets = [
  '',
  '{',
  '}',
  '[',
  ']',
  '"',
  '\n',
  ' ',
  ':',
  '!',
  '!Ref ',
  '&a ',
  '*a',
  '- ',
  '|',
  '\0',
  '\ufeff',
  '\u{1f980}',
  'é',
  '<<: ',
  '9'.repeat(400),
  'Fn::If',
  '${',
  '{{resolve:ssm:',
  'AWS::NoValue',
  '__proto__',
];

test.each([
  ['YAML', 'm.yaml', YAML_TEXT],
  ['JSON', 'm.json', json],
])('%s with bytes cut, doubled and put in gives a result or an error', (_, name, text) => {
  const edit = fc.record({ at: fc.nat(text.length), cut: fc.nat(20), insert: fc.constantFrom(...snippets) });
  fc.assert(
    fc.property(fc.array(edit, { minLength: 1, maxLength: 4 }), (edits) => {
      const mutated = edits.reduce(
        (current, { at, cut, insert }) => current.slice(0, at) + insert + current.slice(at + cut),
        text,
      );
      const started = performance.now();
      const unit = readUnit(write(name, mutated));
      expect(unit.inputs.length + unit.errors.length).toBeGreaterThan(0);
      for (const { message } of unit.errors) expect(message).not.toMatch(/undefined|\[object|TypeError/);
      exercise(unit.graph.templates);
      expect(performance.now() - started).toBeLessThan(PATIENCE);
    }),
    runs,
  );
});

test('a body with any value at any place is resolved', () => {
  const places = pathsOf(JSON.parse(json));
  const odd = fc.oneof(
    fc.jsonValue({ maxDepth: 2 }),
    fc.constantFrom(
      { Ref: 'Env' },
      { Ref: ['x'] },
      { 'Fn::If': ['Prod', { Ref: 'AWS::NoValue' }, []] },
      { 'Fn::GetAtt': [] },
      { 'Fn::Sub': ['${a}', 1] },
    ),
    fc.constantFrom(
      { 'Fn::Select': [{}, {}] },
      { 'Fn::Join': [[], 'x'] },
      { 'Fn::Cidr': [1, 'x'] },
      { 'Fn::ForEach::X': [1] },
      { Condition: 'Prod' },
    ),
  );
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.constantFrom(...places), odd), { minLength: 1, maxLength: 4 }), (changes) => {
      const body: unknown = JSON.parse(json);
      for (const [path, value] of changes) replace(body, path, value);
      const template = tryTemplate(body);
      if (template) exercise(graphOf([template]).templates);
    }),
    runs,
  );
});

/** Undefined for a body that is refused with the reason that it is no template; every other error is thrown on. */
function tryTemplate(body: unknown): Template | undefined {
  try {
    return templateFromObject('t.json', body);
  } catch (error) {
    if (/not a CloudFormation template/.test(String(error))) return undefined;
    throw error;
  }
}

type Path = readonly string[];

function pathsOf(value: unknown, path: Path = []): readonly Path[] {
  if (typeof value !== 'object' || value === null) return [path];
  return [path, ...Object.entries(value).flatMap(([key, item]) => pathsOf(item, [...path, key]))].filter(
    ({ length }) => length > 0,
  );
}

function replace(root: unknown, path: Path, value: unknown): void {
  let target = root;
  for (const key of path.slice(0, -1))
    target = typeof target === 'object' && target !== null ? Reflect.get(target, key) : undefined;
  if (typeof target === 'object' && target !== null) Reflect.set(target, path.at(-1) ?? '', value);
}
