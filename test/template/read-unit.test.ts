import { symlinkSync } from 'node:fs';
import { join, relative } from 'node:path';
import { readUnit } from '../../lib/template';
import { workspace } from './workspace';

const { directory, write } = workspace();
const template = { Resources: { A: { Type: 'AWS::S3::Bucket' } } };
const text = JSON.stringify(template);

test('a file is a unit of one template', () => {
  const path = write('one.json', template);
  const unit = readUnit(path);
  expect(unit).toMatchObject({ path, inputs: [{ path, resources: 1 }], errors: [] });
});

test('paths are relative to the working directory', () => {
  const path = write('rel.json', template);
  expect(readUnit(relative(process.cwd(), path)).path).toBe(relative(process.cwd(), path).replaceAll('\\', '/'));
  expect(readUnit('package.json').errors[0]?.path).toBe('package.json');
  expect(readUnit(join(process.cwd(), 'package.json')).path).toBe('package.json');
});

test('a directory is read in the order of its paths; what is no template is passed over', () => {
  for (const name of ['d/b.json', 'd/a.yaml', 'd/z/c.template', 'd/z/d.yml', 'd/node_modules/x.json', 'd/.git/y.json'])
    write(name, text);
  for (const name of ['d/package.json', 'd/x.assets.json', 'd/tree.json']) write(name, { files: {} });
  write('d/k8s.yaml', 'a: 1\n---\nresources: {limits: {}}\n');
  write('d/broken.json', '{"name": ');
  write('d/readme.md', text);
  write('d/binary.json', Buffer.from([0, 1, 2, 255]));
  const unit = readUnit(join(directory, 'd'));
  expect(unit.inputs.map(({ path }) => relative(join(directory, 'd'), path))).toEqual([
    'a.yaml',
    'b.json',
    'z/c.template',
    'z/d.yml',
  ]);
  expect(unit.errors).toEqual([]);
});

test('a broken template in a directory is an error and hides no other', () => {
  write('e/good.json', text);
  write('e/cut.json', text.slice(0, -3));
  write('e/latin.yaml', Buffer.from('Description: caf\xe9\nResources:\n  A: {Type: T}\n', 'latin1'));
  const unit = readUnit(join(directory, 'e'));
  expect(unit.inputs).toHaveLength(1);
  expect(unit.errors.map(({ kind, path }) => [kind, relative(join(directory, 'e'), path)])).toEqual([
    ['parse', 'cut.json'],
    ['read', 'latin.yaml'],
  ]);
});

test.each<[string, string | Buffer, string, RegExp]>([
  ['empty.yaml', '', 'not-a-template', /is not a CloudFormation template/],
  ['list.json', '[]', 'not-a-template', /is not a CloudFormation template/],
  ['other.json', '{"a":1}', 'not-a-template', /has no Resources/],
  ['cut.json', '{\n"Resources": {\n', 'parse', /is not valid JSON/],
  ['twice.json', '{"Resources":{\n"A":{"Type":"T"},\n"A":{"Type":"U"}}}', 'parse', /key "A" stands twice/],
  ['spaced.json', '{"Resources":{"A" : {"Type":"T"},"B":"a:\\"b\\":",\n"A":1}}', 'parse', /key "A" stands twice/],
  ['binary.yaml', Buffer.from([0x50, 0x4b, 3, 4, 0, 0]), 'read', /binary data/],
  ['latin.yaml', Buffer.from([0x61, 0xe9]), 'read', /is not UTF-8 text/],
  ['deep.json', `{"Resources":${'['.repeat(10_000)}${']'.repeat(10_000)}}`, 'parse', /nested deeper than 300/],
  ['deep.yaml', `Resources: ${'['.repeat(10_000)}${']'.repeat(10_000)}`, 'parse', /nested deeper than 300/],
  ['deep-map.yaml', `Resources: ${'{a: '.repeat(10_000)}1${'}'.repeat(10_000)}`, 'parse', /nested/],
  ['deep-dash.yaml', `Resources:\n  ${'- '.repeat(10_000)}1\n`, 'parse', /nested/],
])('%s, given by name, is an error', (name, content, kind, message) => {
  const started = performance.now();
  const unit = readUnit(write(`named/${name}`, content));
  expect(unit.inputs).toEqual([]);
  expect(unit.errors).toEqual([expect.objectContaining({ kind, message: expect.stringMatching(message) })]);
  expect(performance.now() - started).toBeLessThan(10_000);
});

test('lines are given where they are known', () => {
  expect(readUnit(write('named/l.json', '{"Resources":\n{"A":{\n"Type":}}}')).errors[0]?.line).toBe(3);
  expect(readUnit(write('named/m.json', '{"Resources":{\n"A":{"Type":"T"},\n"A":{"Type":"U"}}}')).errors[0]?.line).toBe(
    3,
  );
});

test.each([
  ['UTF-8 with a mark', Buffer.from(`\ufeff${text}`)],
  ['UTF-16, little end first', Buffer.from(`\ufeff${text}`, 'utf16le')],
  ['UTF-16, big end first', Buffer.from(`\ufeff${text}`, 'utf16le').swap16()],
  ['CRLF YAML', Buffer.from('Resources:\r\n  A:\r\n    Type: T\r\n')],
  ['JSON within YAML', Buffer.from(`# a comment\n${text}`)],
])('%s is read', (_, bytes) => {
  const unit = readUnit(write('encoded.yaml', bytes));
  expect(unit.errors).toEqual([]);
  expect(unit.inputs[0]?.resources).toBe(1);
});

test('what does not exist, or is a link, is an error', () => {
  expect(readUnit(join(directory, 'nowhere')).errors[0]).toMatchObject({
    kind: 'read',
    message: expect.stringContaining('nowhere does not exist'),
  });
  const link = join(directory, 'link.json');
  symlinkSync(write('target.json', template), link);
  expect(readUnit(link).errors[0]?.message).toMatch(/symbolic link, which is not followed/);
});

test('links in a directory are not followed; one that hides templates is an error', () => {
  write('f/real.json', template);
  write('f/node_modules/hidden.json', template);
  write('f/real.tpl', template);
  write('outside.json', template);
  for (const [name, target] of Object.entries({
    'alias.json': 'f/real.json',
    again: 'f',
    'nowhere.json': 'gone.json',
    'circle.json': 'f/circle.json',
    'readme.md': 'outside.json',
    'out.json': 'outside.json',
    up: '.',
    'skipped.json': 'f/node_modules/hidden.json',
    'unnamed.json': 'f/real.tpl',
  }))
    symlinkSync(join(directory, target), join(directory, 'f', name));
  const unit = readUnit(join(directory, 'f'));
  expect(unit.inputs).toHaveLength(1);
  expect(unit.errors.map(({ path }) => relative(join(directory, 'f'), path))).toEqual([
    'out.json',
    'skipped.json',
    'unnamed.json',
    'up',
  ]);
});

test('a template of a version that is not known is an error', () => {
  const errorsOf = (version: string) =>
    readUnit(write('v.yaml', `AWSTemplateFormatVersion: ${version}\nResources: {A: {Type: T}}\n`)).errors;
  expect(errorsOf('2010-09-09')).toEqual([]);
  expect(errorsOf('1999-01-01')).toEqual([
    expect.objectContaining({ kind: 'malformed', message: expect.stringContaining('expected 2010-09-09') }),
  ]);
});

test('entries that are no resources are errors with their lines', () => {
  const path = write(
    'odd.yaml',
    'Resources:\n  A: {Type: T}\n  B: text\n  C:\n    Properties: {}\n  Fn::Transform: {Name: AWS::Include}\n',
  );
  const { errors, inputs } = readUnit(path);
  expect(inputs[0]?.resources).toBe(1);
  expect(errors.map(({ kind, line, message }) => [kind, line, message.split(':')[0]])).toEqual([
    ['malformed', 3, 'resource B is not a map'],
    ['malformed', 4, 'resource C has no Type that is text'],
    ['macro', 6, 'macro AWS'],
  ]);
});

const stackAt = (path: string) => ({ Type: 'AWS::CloudFormation::Stack', Metadata: { 'aws:asset:path': path } });

test('a nested template that a file names is read with it, one that leads outside is not', () => {
  write('g/in/child.json', template);
  write('g/outside.json', template);
  const path = write('g/in/main.json', {
    Resources: { A: stackAt('child.json'), B: stackAt('../outside.json'), C: stackAt('gone.json') },
  });
  const unit = readUnit(path);
  expect(unit.inputs.map((input) => relative(join(directory, 'g/in'), input.path))).toEqual([
    'child.json',
    'main.json',
  ]);
  expect(unit.errors.map(({ message }) => message.split(', which ')[1])).toEqual([
    expect.stringMatching(/^stands outside of/),
    'does not exist',
  ]);
});

test('claims are read; wrong ones count as none and are an error', () => {
  const marker = {
    landingZone: 'hk',
    profile: 'hk-s17',
    deploymentModel: 'public',
    account: 'a',
    classification: 'RESTRICTED',
    personalData: false,
    systemTier: 2,
    capability: 'network',
  };
  const good = readUnit(write('claims/good.json', { Metadata: { Lionrock: { marker } }, ...template }));
  expect(good.graph.templates[0]?.claims?.marker?.landingZone).toBe('hk');
  const bad = readUnit(
    write('claims/bad.json', { Metadata: { Lionrock: { marker: { ...marker, systemTier: 9 } } }, ...template }),
  );
  expect(bad.graph.templates[0]?.claims).toBeUndefined();
  expect(bad.errors).toEqual([
    expect.objectContaining({
      kind: 'claims',
      message: expect.stringContaining('Metadata.Lionrock.marker.systemTier'),
    }),
  ]);
});

test('SAM resources keep their type, and macros are named', () => {
  const path = write(
    'sam.yaml',
    'Transform: AWS::Serverless-2016-10-31\nResources:\n  F:\n    Type: AWS::Serverless::Function\n    Properties: {Handler: a.b}\n',
  );
  const [sam] = readUnit(path).graph.templates;
  expect(sam?.transforms).toEqual(['AWS::Serverless-2016-10-31']);
  expect(sam?.resource('F')).toMatchObject({ type: 'AWS::Serverless::Function', properties: { Handler: 'a.b' } });
});
