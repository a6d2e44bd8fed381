import { mkdirSync, rmSync, symlinkSync } from 'node:fs';
import { join, relative } from 'node:path';
import { readUnit, type Unit } from '../../lib/template';
import { workspace } from './workspace';

const { directory, write } = workspace();
const template = { Resources: { A: { Type: 'AWS::S3::Bucket' } } };
const stack = (more: object = {}, properties: object = {}) => ({
  type: 'aws:cloudformation:stack',
  environment: 'aws://111122223333/ap-east-1',
  properties: { templateFile: 'S.json', ...properties },
  ...more,
});
let count = 0;

/** An assembly of these artifacts, beside the template `S.json` and further files. */
function assembly(
  artifacts: unknown,
  files: Readonly<Record<string, object | string>> = {},
  manifest: object = {},
): string {
  const folder = `m${count++}`;
  write(`${folder}/manifest.json`, { version: '36.0.0', artifacts, ...manifest });
  for (const [name, content] of Object.entries({ 'S.json': template, ...files })) write(`${folder}/${name}`, content);
  return join(directory, folder);
}

const paths = (unit: Unit, folder: string) => unit.inputs.map(({ path }) => relative(folder, path));
const messages = (unit: Unit) => unit.errors.map(({ message }) => message.replace(/^\S*\/m\d+\//, ''));
const problemsOf = (artifacts: unknown, manifest: object = {}) => messages(readUnit(assembly(artifacts, {}, manifest)));

test.each<[string, object, object]>([
  ['all that is said', stack(), { account: '111122223333', region: 'ap-east-1', stackName: 'Id' }],
  [
    'no account',
    stack({ environment: 'aws://unknown-account/ap-east-1' }),
    { account: undefined, region: 'ap-east-1' },
  ],
  [
    'no region',
    stack({ environment: 'aws://111122223333/unknown-region' }),
    { account: '111122223333', region: undefined },
  ],
  ['no place', stack({ environment: undefined }), { account: undefined, region: undefined }],
  ['a place of another form', stack({ environment: 'x aws://1/r' }), { account: undefined, region: undefined }],
  ['a name', stack({}, { stackName: 'Named' }), { stackName: 'Named' }],
  ['a name that is no text', stack({}, { stackName: 1 }), { stackName: 'Id' }],
  ['protection', stack({}, { terminationProtection: true }), { terminationProtection: true }],
  ['no protection', stack({}, { terminationProtection: false }), { terminationProtection: false }],
  ['nothing of protection', stack(), { terminationProtection: false }],
])('of a stack that says %s, so much is known', (_, artifact, expected) => {
  const unit = readUnit(assembly({ Id: artifact }));
  expect(unit.errors).toEqual([]);
  expect(unit.graph.templates[0]).toMatchObject(expected);
});

test('the parameters of a stack decide, and those that are given decide over them', () => {
  const body = { Parameters: { P: { Type: 'String' }, Q: { Type: 'Number' } }, Resources: {} };
  const folder = assembly({ Id: stack({}, { parameters: { P: 'p', Q: 5 } }) }, { 'S.json': body });
  const values = (options: object) =>
    readUnit(folder, options).graph.templates[0]?.parameters.map(({ value }) => value);
  expect(values({})).toEqual(['p', '5']);
  expect(values({ parameters: { P: 'given' } })).toEqual(['given', '5']);
});

test('a partition that is given counts where the assembly names no region', () => {
  const body = { Resources: { A: { Type: 'T', Properties: { V: { Ref: 'AWS::Partition' } } } } };
  const value = (environment: string) =>
    readUnit(assembly({ Id: stack({ environment }) }, { 'S.json': body }), {
      partition: 'aws-cn',
    }).graph.templates[0]?.resource('A')?.properties['V'];
  expect(value('aws://unknown-account/unknown-region')).toBe('aws-cn');
  expect(value('aws://unknown-account/ap-east-1')).toBe('aws');
});

test.each<[string, unknown, readonly string[]]>([
  ['no file', { S: stack({}, { templateFile: undefined }) }, ['has artifact S, which names no file']],
  [
    'a file outside',
    { S: stack({}, { templateFile: '../S.json' }) },
    ['has artifact S, which names ../S.json outside of the assembly'],
  ],
  [
    'its own folder',
    { S: stack({}, { templateFile: '.' }) },
    ['has artifact S, which names . outside of the assembly'],
  ],
  [
    'a stage outside',
    { S: { type: 'cdk:cloud-assembly', properties: { directoryName: '..' } } },
    ['has artifact S, which names .. outside of the assembly'],
  ],
  ['assets in no file', { S: { type: 'cdk:asset-manifest', properties: {} } }, ['has artifact S, which names no file']],
  [
    'metadata outside',
    { S: stack({ additionalMetadataFile: '../m.json' }) },
    ['has artifact S, which names ../m.json outside of the assembly'],
  ],
  [
    'a kind that is not known',
    { S: { type: 'new:kind' } },
    ['has artifact S of type "new:kind", which is not known: update Lionrock'],
  ],
  ['no kind', { S: {} }, ['has artifact S of type undefined, which is not known: update Lionrock']],
  [
    'what deploys nothing',
    { S: { type: 'cdk:tree' }, T: { type: 'none' }, U: { type: 'cdk:feature-flag-report' } },
    [],
  ],
  ['no artifacts', undefined, ['has no artifacts: expected the manifest of a cloud assembly']],
  ['artifacts that are a list', [], ['has no artifacts: expected the manifest of a cloud assembly']],
])('a manifest with %s says so', (_, artifacts, expected) => {
  const folder = assembly(artifacts, { 'cdk.out': '{}' });
  expect(messages(readUnit(folder))).toEqual(expected.map((problem) => `manifest.json ${problem}`));
});

test.each<[unknown, boolean]>([
  ['36.0.0', false],
  ['55.9.9', false],
  ['56.0.0', true],
  ['next', true],
  [36, true],
  [undefined, false],
])('the schema of version %p is refused: %s', (version, expected) => {
  const problem = `manifest.json is of version ${JSON.stringify(version)} of its schema, and versions up to 55 are known: update Lionrock, or synthesize with an aws-cdk-lib that it knows`;
  expect(problemsOf({ S: stack() }, { version })).toEqual(expected ? [problem] : []);
});

test('stages within stages are read once each, also where they lead back', () => {
  const stage = (directoryName: string) => ({ type: 'cdk:cloud-assembly', properties: { directoryName } });
  const inner = { version: '36.0.0', artifacts: { Z: stack(), Same: stage('../stage') } };
  const folder = assembly(
    { B: stage('stage'), A: stack() },
    { 'stage/manifest.json': inner, 'stage/S.json': template },
  );
  const unit = readUnit(folder);
  expect([paths(unit, folder), unit.errors.length]).toEqual([['S.json', 'stage/S.json'], 0]);
});

test('a folder is an assembly by its artifacts, or by the mark of the CDK', () => {
  const other = { 'b.json': template };
  const plain = join(directory, 'plain');
  for (const [name, content] of Object.entries({ ...other, 'manifest.json': { name: 'web app' } }))
    write(`plain/${name}`, content);
  expect(paths(readUnit(plain), plain)).toEqual(['b.json']);
  write('plain/manifest.json', 'no JSON');
  expect(paths(readUnit(plain), plain)).toEqual(['b.json']);
  write('plain/cdk.out', '{}');
  expect(paths(readUnit(plain), plain)).toEqual([]);
  const whole = assembly({ S: stack() }, other);
  expect(paths(readUnit(whole), whole)).toEqual(['S.json']);
  expect(paths(readUnit(join(whole, 'manifest.json')), whole)).toEqual(['S.json']);
  expect(paths(readUnit(join(whole, 'b.json')), whole)).toEqual(['b.json']);
});

describe('a nested template', () => {
  const asset = (path: string, objectKey: string) => ({ source: { path }, destinations: { here: { objectKey } } });
  const nesting = (TemplateURL: unknown) => ({
    Resources: { N: { Type: 'AWS::CloudFormation::Stack', Properties: { TemplateURL } } },
  });
  const read = (url: unknown, files: object) => {
    const assets = { type: 'cdk:asset-manifest', properties: { file: 'assets.json' } };
    const folder = assembly(
      { S: stack(), Assets: assets },
      { 'S.json': nesting(url), 'child.template.json': template, 'assets.json': { files } },
    );
    const unit = readUnit(folder);
    const [parent] = unit.graph.ofType('AWS::CloudFormation::Stack');
    const child = parent && unit.graph.deployedBy(parent);
    return [child && relative(folder, child.path), child?.region, ...messages(unit)];
  };

  test.each<[string, unknown]>([
    ['a text', 'https://s3.ap-east-1.amazonaws.com/bucket/folder/abc.json'],
    ['Sub', { 'Fn::Sub': 'https://s3.${AWS::Region}.${AWS::URLSuffix}/b/abc.json' }],
    ['Sub with variables', { 'Fn::Sub': ['https://${B}/abc.json', {}] }],
    ['Join', { 'Fn::Join': ['', ['https://', { Ref: 'B' }, '/abc.json']] }],
  ])('is found by the name under which it is uploaded, in %s', (name, url) => {
    // A list of variables stands behind the text: what it ends in is not the text.
    const expected = name === 'Sub with variables' ? [undefined, undefined] : ['child.template.json', 'ap-east-1'];
    expect(read(url, { a: asset('child.template.json', 'folder/abc.json') })).toEqual(expected);
  });

  test('is not found by another name, or where its asset has no name or no path', () => {
    const url = 'https://b/abc.json';
    expect(read(url, { a: asset('child.template.json', 'other.json') })).toEqual([undefined, undefined]);
    expect(read(url, { a: { ...asset('child.template.json', 'abc.json'), source: {} } })).toEqual([
      undefined,
      undefined,
    ]);
    expect(read(url, { a: asset('../child.template.json', 'abc.json') })).toEqual([undefined, undefined]);
    expect(read(url, { a: { ...asset('child.template.json', 'abc.json'), destinations: { d: {} } } })).toEqual([
      undefined,
      undefined,
    ]);
    expect(read({ Ref: 'Url' }, { a: asset('child.template.json', 'Url') })).toEqual([undefined, undefined]);
  });

  test('that the assembly uploads and that is gone is an error', () => {
    const problem = /^S\.json nests the template .*gone\.json, which does not exist$/;
    const [, , ...found] = read('https://b/abc.json', { a: asset('gone.json', 'abc.json') });
    expect(found).toContainEqual(expect.stringMatching(problem));
  });
});

describe('the constructs of a stack', () => {
  const at = (logicalId: string, ...more: readonly object[]) => [
    { type: 'aws:cdk:logicalId', data: logicalId },
    ...more,
  ];
  const acknowledged = (data: unknown) => ({ type: 'aws:cdk:acknowledged-rules', data });
  const metadata = {
    '/S': [
      { type: 'aws:cdk:templateFile', data: 'S.json' },
      acknowledged({ everywhere: 'of the stack', both: 'outer' }),
    ],
    '/S/Group': [acknowledged({ group: 'of the group' })],
    '/S/Group/A/Resource': at(
      'A',
      { type: 'aws:cdk:creationStack', data: ['f (a.ts:1)', 2] },
      acknowledged({ both: 'inner', own: 5 }),
    ),
    '/S/Nested/Stack': [{ type: 'aws:cdk:templateFile', data: 'deep/N.json' }],
    '/S/Nested/Stack/A': at('A'),
    '/Elsewhere/A': at('A'),
    '/S/Odd': [{ type: 'aws:cdk:logicalId', data: 1 }, 'text'],
    '/S/None': 'text',
  };
  const resource = (unit: Unit) => unit.graph.templates[0]?.resource('A');
  const expected = {
    constructPath: 'S/Group/A/Resource',
    creationStack: ['f (a.ts:1)', '2'],
    acknowledged: { everywhere: 'of the stack', both: 'inner', group: 'of the group', own: '5' },
  };

  test('are read from the manifest', () => {
    expect(resource(readUnit(assembly({ S: stack({ metadata }) })))).toMatchObject(expected);
  });

  test('are read from a file beside it', () => {
    const artifact = stack({ additionalMetadataFile: 'S.metadata.json' });
    expect(resource(readUnit(assembly({ S: artifact }, { 'S.metadata.json': metadata })))).toMatchObject(expected);
  });

  test.each<[string, object | string]>([
    ['broken', '{'],
    ['a list', '[]'],
    ['empty', {}],
  ])('are not known from a file that is %s', (_, content) => {
    const artifact = stack({ additionalMetadataFile: 'S.metadata.json' });
    const found = resource(readUnit(assembly({ S: artifact }, { 'S.metadata.json': content })));
    expect(found).toMatchObject({ constructPath: undefined, creationStack: undefined, acknowledged: {} });
  });

  test('of another template are others', () => {
    const unit = readUnit(assembly({ S: stack({ metadata }, { templateFile: 'N.json' }) }, { 'N.json': template }));
    expect(resource(unit)).toMatchObject({ constructPath: 'S/Nested/Stack/A', creationStack: undefined });
  });
});

test('in a folder, what is called a template and holds none is passed over; what should be one is not', () => {
  for (const [name, content] of Object.entries({
    'a.json': template,
    'b.YAML': 'Resources: {A: {Type: T}}\n',
    'c.template': JSON.stringify(template),
    'd.json': { deep: { Resources: {} } },
    'e.txt': JSON.stringify(template),
    'f.json.bak': JSON.stringify(template),
    'g.json': '{"Resources": [',
    'h.yml': "'Resources' : {A: {Type: T}}\n",
    'i.yml': 'MyResources: {A: {Type: T}}\n',
    'j.json': '{"x":1,"Resources":{}}',
  }))
    write(`found/${name}`, content);
  mkdirSync(join(directory, 'found', 'k.json'));
  const folder = join(directory, 'found');
  const unit = readUnit(folder);
  expect(paths(unit, folder)).toEqual(['a.json', 'b.YAML', 'c.template', 'h.yml', 'j.json']);
  expect(unit.errors.map(({ kind, path }) => [kind, relative(folder, path)])).toEqual([['parse', 'g.json']]);
  expect(readUnit(join(folder, 'd.json')).errors.map(({ kind }) => kind)).toEqual(['not-a-template']);
});

test('links to folders that are skipped and to the folder itself are told apart', () => {
  write('links/a.json', template);
  write('links/.git/b.json', template);
  for (const [name, target] of Object.entries({
    again: '.',
    inside: 'links',
    git: 'links/.git',
    'b.json': 'links/.git/b.json',
  }))
    symlinkSync(join(directory, target), join(directory, 'links', name));
  const folder = join(directory, 'links');
  const { errors } = readUnit(folder);
  const words = 'is a symbolic link, which is not followed: give what it leads to';
  expect(errors.map(({ kind, message }) => [kind, message.slice(message.lastIndexOf('links/'))])).toEqual([
    ['read', `links/again ${words}`],
    ['read', `links/b.json ${words}`],
    ['read', `links/git ${words}`],
  ]);
  rmSync(folder, { recursive: true });
});
