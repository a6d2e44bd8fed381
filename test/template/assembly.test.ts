/** @jest-environment-options {"places": true} */
import { copyFileSync, cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import {
  App,
  aws_kms as kms,
  aws_s3 as s3,
  aws_sqs as sqs,
  aws_ssm as ssm,
  CfnOutput,
  NestedStack,
  Stack,
  Stage,
} from 'aws-cdk-lib';
import { describe as inWords, leadsOut, readUnit, type Unit } from '../../lib/template';
import { workspace } from './workspace';

const { directory, write } = workspace();
const env = { account: '111122223333', region: 'ap-east-1' };
const strong = join(directory, 'strong');
const weak = join(directory, 'weak');

function synth(outdir: string, strength: 'strong' | 'weak'): void {
  const app = new App({ outdir, context: { '@aws-cdk/core:defaultCrossStackReferences': strength } });
  const a = new Stack(app, 'A', { env, terminationProtection: true });
  const key = new kms.Key(a, 'Key');
  const bucket = new s3.Bucket(a, 'Bucket', { encryptionKey: key });
  const nested = new NestedStack(a, 'Nested');
  const queue = new sqs.Queue(nested, 'Queue', { encryptionMasterKey: key });
  new ssm.StringParameter(a, 'Stored', { parameterName: '/bucket', stringValue: bucket.bucketName });
  const b = new Stack(app, 'B', { env });
  new s3.CfnBucket(b, 'ByReference', { loggingConfiguration: { destinationBucketName: bucket.bucketName } });
  const byName = ssm.StringParameter.valueForStringParameter(b, '/bucket');
  new s3.CfnBucket(b, 'ByName', { loggingConfiguration: { destinationBucketName: byName } });
  new sqs.Queue(b, 'Dead', { deadLetterQueue: { queue, maxReceiveCount: 3 } });
  const far = new Stack(app, 'Far', { env: { ...env, region: 'us-east-1' }, crossRegionReferences: true });
  const near = new Stack(app, 'Near', { env, crossRegionReferences: true });
  new sqs.CfnQueue(near, 'Q', { kmsMasterKeyId: new kms.Key(far, 'Key').keyArn });
  const stage = new Stage(app, 'Prod', { env });
  new CfnOutput(new Stack(stage, 'S'), 'Where', { value: Stack.of(b).region });
  new s3.CfnBucket(new Stack(app, 'Anywhere'), 'Bucket', { bucketName: 'b-${AWS::Region}' });
  app.synth();
}

beforeAll(() => {
  synth(strong, 'strong');
  synth(weak, 'weak');
});

function property(unit: Unit, file: string, id: RegExp, path: readonly string[]): string {
  const template = unit.graph.templates.find((item) => item.path.endsWith(`/${file}`));
  const resource = template?.resources.find((item) => id.test(item.logicalId));
  let value = inWords(resource?.properties);
  for (const key of path) value = value.slice(value.indexOf(`${key}: `) + key.length + 2);
  return value.replace(/[,}].*$/, '').replace(/[0-9A-F]{8}/, '');
}

describe.each(['strong', 'weak'])('an assembly with %s references', (strength) => {
  const unit = () => readUnit(join(directory, strength));

  test('says which stacks are protected against deletion, and nothing of nested ones', () => {
    const { templates } = unit().graph;
    const protection = (name: string) =>
      templates.find(({ path }) => path.endsWith(`/${name}.template.json`))?.terminationProtection;
    expect([protection('A'), protection('B')]).toEqual([true, false]);
    const nested = templates.filter(({ path }) => /Nested.*nested\.template\.json$/.test(path));
    expect(nested.map(({ terminationProtection }) => terminationProtection)).toEqual([undefined]);
  });

  test('holds all stacks of all stages and the nested ones', () => {
    const { inputs, errors } = unit();
    expect(errors).toEqual([]);
    const names = inputs.map(({ path }) => relative(join(directory, strength), path).replace(/[0-9A-F]{8}/, ''));
    expect(names).toEqual([
      'A.template.json',
      'ANested.nested.template.json',
      'Anywhere.template.json',
      'B.template.json',
      'Far.template.json',
      'Near.template.json',
      'assembly-Prod/ProdS.template.json',
    ]);
  });

  test('leads references across stacks, nested stacks, regions and stored parameters', () => {
    const read = unit();
    expect(property(read, 'B.template.json', /^ByReference/, ['DestinationBucketName'])).toBe('${Bucket');
    expect(property(read, 'B.template.json', /^ByName/, ['DestinationBucketName'])).toBe('${Bucket');
    expect(property(read, 'B.template.json', /^Dead/, ['deadLetterTargetArn'])).toBe('${Queue.Arn');
    expect(property(read, 'Near.template.json', /^Q$/, ['KmsMasterKeyId'])).toBe('${Key.Arn');
    const [queue] = read.graph
      .ofType('AWS::SQS::Queue')
      .filter(({ constructPath }) => constructPath === 'A/Nested/Queue/Resource');
    expect(inWords(queue?.properties['KmsMasterKeyId'])).toMatch(/^\$\{Key[0-9A-F]{8}\.Arn\}$/);
  });

  test('says where each stack is deployed', () => {
    const places = Object.fromEntries(
      unit().graph.templates.map((template) => [
        template.path
          .split('/')
          .at(-1)
          ?.split('.')[0]
          ?.replace(/[0-9A-F]{8}/, ''),
        [template.stackName, template.account, template.region],
      ]),
    );
    expect(places).toEqual({
      A: ['A', env.account, 'ap-east-1'],
      ANested: [undefined, env.account, 'ap-east-1'],
      Anywhere: ['Anywhere', undefined, undefined],
      B: ['B', env.account, 'ap-east-1'],
      Far: ['Far', env.account, 'us-east-1'],
      Near: ['Near', env.account, 'ap-east-1'],
      ProdS: ['Prod-S', env.account, 'ap-east-1'],
    });
  });
});

test('constructs are known with the code that made them, nested stacks included', () => {
  const resources = readUnit(strong).graph.templates.flatMap(({ resources }) => resources);
  const paths = resources.map(({ constructPath }) => constructPath);
  for (const path of ['A/Bucket/Resource', 'A/Nested/Queue/Resource', 'B/ByReference']) expect(paths).toContain(path);
  expect(resources.find(({ constructPath }) => constructPath === 'B/ByReference')?.creationStack?.join()).toMatch(
    /assembly\.test/,
  );
});

test('the manifest stands for its assembly; options fill what the assembly does not say', () => {
  const unit = readUnit(join(strong, 'manifest.json'), {
    region: 'eu-west-1',
    parameters: { BootstrapVersion: '/mine' },
  });
  expect(unit.inputs).toHaveLength(7);
  const [first, , anywhere] = unit.graph.templates;
  expect([first?.region, anywhere?.region]).toEqual(['ap-east-1', 'eu-west-1']);
  expect(inWords(first?.parameters.find(({ name }) => name === 'BootstrapVersion')?.value)).toContain('/mine');
});

test.each([
  ['.', 'A.template.json', false],
  ['.', join('assembly-Prod', '..', 'A.template.json'), false],
  ['.', '.', true],
  ['.', join('..', 'A.template.json'), true],
  ['cdk.out', 'cdk.out-other', true],
  ['cdk.out', join(process.cwd(), 'cdk.out', 'A.template.json'), false],
])('of the folder %s, %s leads out: %s', (folder, path, expected) => {
  expect(leadsOut(folder, path)).toBe(expected);
});

test('an assembly within a directory is read as one, beside other templates', () => {
  cpSync(strong, join(directory, 'app', 'cdk.out'), { recursive: true });
  write('app/extra.yaml', 'Resources: {A: {Type: T}}\n');
  const unit = readUnit(join(directory, 'app'));
  expect(unit.inputs).toHaveLength(8);
  expect(unit.graph.templates.find(({ path }) => path.endsWith('/A.template.json'))?.region).toBe('ap-east-1');
});

describe('an assembly that is damaged', () => {
  const damaged = join(directory, 'damaged');
  beforeEach(() => {
    rmSync(damaged, { recursive: true, force: true });
    cpSync(strong, damaged, { recursive: true });
  });

  test('says what is missing and still reads the rest', () => {
    rmSync(join(damaged, 'B.template.json'));
    rmSync(join(damaged, 'assembly-Prod', 'manifest.json'));
    rmSync(join(damaged, 'A.assets.json'));
    const unit = readUnit(damaged);
    expect(unit.errors.map(({ path }) => relative(damaged, path))).toEqual(
      expect.arrayContaining(['assembly-Prod/manifest.json', 'B.template.json', 'manifest.json']),
    );
    expect(unit.inputs.map(({ path }) => relative(damaged, path))).toContain('Far.template.json');
  });

  test('does not lead out of its directory', () => {
    const manifest = readFileSync(join(damaged, 'manifest.json'), 'utf8');
    copyFileSync(join(damaged, 'B.template.json'), join(directory, 'B.template.json'));
    writeFileSync(join(damaged, 'manifest.json'), manifest.replace('"B.template.json"', '"../B.template.json"'));
    expect(
      readUnit(damaged)
        .errors.map(({ message }) => message)
        .join(),
    ).toMatch(/names \.\.\/B\.template\.json outside of the assembly/);
  });

  test('is an error when its manifest cannot be read', () => {
    writeFileSync(join(damaged, 'manifest.json'), '{');
    expect(readUnit(damaged).errors).toEqual([expect.objectContaining({ kind: 'parse' })]);
  });
});

test('a manifest of a newer schema, and artifacts of a kind that is not known, are errors and hide no other', () => {
  const newer = join(directory, 'newer');
  cpSync(strong, newer, { recursive: true });
  const file = join(newer, 'manifest.json');
  const manifest = JSON.parse(readFileSync(file, 'utf8'));
  manifest.version = '99.0.0';
  manifest.artifacts.Extra = { type: 'aws:other:stack' };
  writeFileSync(file, JSON.stringify(manifest));
  const [before, after] = [readUnit(strong), readUnit(newer)];
  expect(before.errors).toEqual([]);
  expect(after.inputs).toHaveLength(before.inputs.length);
  expect(after.errors.map(({ message }) => message.split('manifest.json ')[1])).toEqual([
    expect.stringMatching(/^is of version "99\.0\.0" of its schema, and versions up to \d+ are known/),
    expect.stringMatching(/^has artifact Extra of type "aws:other:stack", which is not known/),
  ]);
});
