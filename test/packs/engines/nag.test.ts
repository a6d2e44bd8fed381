import { readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { App, CfnResource, Stack } from 'aws-cdk-lib';
import { CfnSecurityGroup } from 'aws-cdk-lib/aws-ec2';
import { CfnBucket } from 'aws-cdk-lib/aws-s3';
import { CfnQueue } from 'aws-cdk-lib/aws-sqs';
import { AwsSolutionsChecks, NIST80053R5Checks } from 'cdk-nag';
import type { EngineFinding } from '../../../lib/model';
import { loadInstalled, nagCanary } from '../../../lib/packs/engines';
import { prepare } from '../../../lib/packs/engines/copy';
import { NagEngine } from '../../../lib/packs/engines/nag';
import { makeLoadable } from '../../../lib/packs/engines/nag/make-loadable';
import { Workshop } from '../../../lib/packs/engines/nag/workshop';
import { isNagPack, PACK_NAMES } from '../../../lib/packs/names';
import { Scratch } from '../../gate/support/scratch';
import { judge, lines } from './support';

const scratch = new Scratch();
afterAll(() => scratch.clean());

const engine = new NagEngine(['AwsSolutions', 'NIST.800.53.R5'], loadInstalled());
const solutions = new NagEngine(['AwsSolutions'], loadInstalled());

const bucket = { Type: 'AWS::S3::Bucket' };
const group = (cidr: unknown, more: object = {}) => ({
  Type: 'AWS::EC2::SecurityGroup',
  Properties: {
    GroupDescription: 'web',
    SecurityGroupIngress: [{ IpProtocol: 'tcp', FromPort: 443, ToPort: 443, CidrIp: cidr }],
    ...more,
  },
});

const find = (findings: readonly EngineFinding[], rule: string, logicalId?: string) =>
  findings.find((finding) => finding.rule === rule && (logicalId ?? finding.logicalId) === finding.logicalId);

describe('what the packs say', () => {
  it('comes back as findings in our terms, with the line', async () => {
    const { findings, errors } = await judge(solutions, scratch, { Resources: { Bucket: bucket } });
    expect(errors).toEqual([]);
    expect(find(findings, 'AwsSolutions-S1')).toEqual({
      status: 'fail',
      rule: 'AwsSolutions-S1',
      control: 'LOG-08',
      category: 'logging',
      severity: 'high',
      message: expect.stringMatching(/access logs/),
      remediation: expect.stringMatching(/\w+/),
      template: expect.stringMatching(/template\.json$/),
      logicalId: 'Bucket',
      resourceType: 'AWS::S3::Bucket',
      location: { file: expect.any(String), line: 3, column: 5 },
    });
  });

  it('counts each answer, also what passes', async () => {
    const logged = { ...bucket, Properties: { LoggingConfiguration: { DestinationBucketName: 'logs' } } };
    const result = await judge(engine, scratch, { Resources: { Bucket: logged } });
    expect(find(result.findings, 'AwsSolutions-S1')?.status).toBe('pass');
    expect(find(result.findings, 'NIST.800.53.R5-S3BucketLoggingEnabled')?.status).toBe('pass');
    expect(result.evaluated).toBe(result.findings.length);
    expect(result.findings.filter(({ status }) => status === 'pass').length).toBeGreaterThan(1);
  });

  it('is what cdk-nag reports itself of the constructs behind the template', async () => {
    const app = new App({ outdir: scratch.path('upstream'), builtinCloudFormationValidation: false });
    const stack = new Stack(app, 'Stack');
    new CfnBucket(stack, 'Bucket', { versioningConfiguration: { status: 'Enabled' } });
    new CfnQueue(stack, 'Queue');
    new CfnSecurityGroup(stack, 'Group', {
      groupDescription: 'web',
      securityGroupIngress: [{ ipProtocol: '-1', cidrIp: '0.0.0.0/0' }],
    });
    const upstream = [new AwsSolutionsChecks(), new NIST80053R5Checks()]
      .flatMap((pack) => pack.validateScope(app).violations)
      .flatMap(({ ruleName, violatingResources }) =>
        violatingResources.map(({ constructPath = '' }) => `fail ${ruleName} ${constructPath.split('/').at(-1)}`),
      );
    const template = app.synth().getStackByName('Stack').template;
    const { findings } = await judge(engine, scratch, template);
    expect(upstream.length).toBeGreaterThan(8);
    expect(lines(findings.filter(({ status }) => status === 'fail'))).toEqual(upstream.toSorted());
  });

  it('covers raw resources and overrides, which cdk-nag does not see in an app', async () => {
    const app = new App({ outdir: scratch.path('raw'), builtinCloudFormationValidation: false });
    const stack = new Stack(app, 'Stack');
    new CfnResource(stack, 'Raw', { type: 'AWS::S3::Bucket' });
    const logged = new CfnBucket(stack, 'Logged', { loggingConfiguration: { destinationBucketName: 'logs' } });
    logged.addPropertyDeletionOverride('LoggingConfiguration');
    const violations = new AwsSolutionsChecks().validateScope(app).violations.map(({ ruleName }) => ruleName);
    expect(violations).not.toContain('AwsSolutions-S1');
    const { findings } = await judge(solutions, scratch, app.synth().getStackByName('Stack').template);
    expect(find(findings, 'AwsSolutions-S1', 'Raw')?.status).toBe('fail');
    expect(find(findings, 'AwsSolutions-S1', 'Logged')?.status).toBe('fail');
  });

  it('is not changed by anything that the template says of itself', async () => {
    const suppress = { rules_to_suppress: [{ id: 'AwsSolutions-S1', reason: 'we asked nobody' }] };
    const metadata = {
      cdk_nag: suppress,
      'aws:cdk:acknowledged-rules': { 'AwsSolutions-S1': 'no', 'Annotation::AwsSolutions-S1': 'no' },
      'aws:cdk:path': 'Stack/Bucket/Resource',
    };
    const plain = await judge(engine, scratch, { Resources: { Bucket: bucket } });
    const silenced = await judge(engine, scratch, {
      Metadata: metadata,
      Resources: { Bucket: { ...bucket, Metadata: metadata } },
    });
    expect(lines(silenced.findings)).toEqual(lines(plain.findings));
  });

  it('is unknown where a rule threw, with what it threw', async () => {
    const parameters = { Cidr: { Type: 'String' } };
    const resources = { Group: group({ Ref: 'Cidr' }) };
    const { findings } = await judge(solutions, scratch, { Parameters: parameters, Resources: resources });
    expect(find(findings, 'AwsSolutions-EC23')).toMatchObject({
      status: 'unknown',
      severity: 'high',
      evidence: { because: expect.stringMatching(/^the rule threw: .*non-primitive value.*Cidr/) },
    });
    expect(findings.some(({ severity }) => severity === 'critical')).toBe(false);
  });

  it('leaves out what no deployment makes, and covers loops', async () => {
    const { findings } = await judge(solutions, scratch, {
      Transform: 'AWS::LanguageExtensions',
      Conditions: { Never: { 'Fn::Equals': ['a', 'b'] } },
      Resources: {
        Never: { ...bucket, Condition: 'Never' },
        'Fn::ForEach::Buckets': ['Name', ['A', 'B'], { 'Bucket${Name}': bucket }],
      },
    });
    expect(new Set(findings.map(({ logicalId }) => logicalId))).toEqual(new Set(['BucketA', 'BucketB']));
  });

  it('covers types of which aws-cdk-lib has two classes', async () => {
    const cluster = { Type: 'AWS::EKS::Cluster', Properties: { RoleArn: 'role', ResourcesVpcConfig: {} } };
    const properties = { RuntimeEnvironment: 'FLINK-1_18', ServiceExecutionRole: 'role' };
    const flink = { Type: 'AWS::KinesisAnalyticsV2::Application', Properties: properties };
    const { findings } = await judge(solutions, scratch, { Resources: { Cluster: cluster, Flink: flink } });
    expect(lines(findings)).toEqual(
      expect.arrayContaining([
        'fail AwsSolutions-EKS1 Cluster',
        'fail AwsSolutions-EKS2[LogExport::audit] Cluster',
        'fail AwsSolutions-KDA3 Flink',
      ]),
    );
  });

  it('says of a pack with nothing to judge that it was asked', async () => {
    const none = await judge(new NagEngine(['Serverless'], loadInstalled()), scratch, {
      Resources: { Bucket: bucket },
    });
    expect(none).toMatchObject({ findings: [], errors: [], evaluated: 0 });
  });
});

describe('the classes of resources', () => {
  const installed = loadInstalled();
  /** Classes of resources that the rules of cdk-nag ask for, as `module.Class`, from their source. */
  const asked = sourcesIn(resolve('node_modules/cdk-nag/lib/rules')).flatMap((source) => {
    const modules = new Map(
      [...source.matchAll(/const (\w+) = require\("(aws-cdk-lib\/[\w-]+)"\)/g)].map((m) => [m[1], m[2]]),
    );
    return [...source.matchAll(/instanceof (\w+)\.(Cfn\w+)/g)].flatMap((m) => {
      const module = modules.get(m[1]);
      return module === undefined ? [] : [`${module}.${m[2]}`];
    });
  });

  it.each([...new Set(asked)].toSorted())('%s is what a template makes', (name) => {
    const [module = '', className = ''] = name.split('.');
    const known = installed.load(module)[className];
    const prepared = prepare({ Resources: { It: { Type: known.CFN_RESOURCE_TYPE_NAME } } }, () => true);
    const workshop = new Workshop(installed);
    try {
      const { template } = makeLoadable(prepared, workshop);
      const made = workshop.load(template, (stack) => stack.node.findAll().find(({ node }) => node.id === 'It'));
      expect(made).toBeInstanceOf(known);
    } finally {
      workshop.close();
    }
  });

  it('are many', () => {
    expect(new Set(asked).size).toBeGreaterThan(80);
  });
});

describe('templates that CfnInclude refuses', () => {
  it.each<[string, object, string]>([
    ['a Ref to nothing', { GroupName: { Ref: 'Gone' } }, 'Gone is not in the template'],
    ['a GetAtt of nothing', { VpcId: { 'Fn::GetAtt': ['Gone', 'VpcId'] } }, 'Gone is not in the template'],
    ['a short GetAtt of nothing', { VpcId: { 'Fn::GetAtt': 'Gone.VpcId' } }, 'Gone is not in the template'],
    ['a Sub of nothing', { GroupName: { 'Fn::Sub': '${Gone.Name}-${!Kept}' } }, 'Gone is not in the template'],
    ['a condition that is not there', { VpcId: { 'Fn::If': ['Gone', 'a', 'b'] } }, 'Fn::If'],
    ['a mapping that is not there', { VpcId: { 'Fn::FindInMap': ['Gone', 'a', 'b'] } }, 'Fn::FindInMap'],
    ['a function that it does not know', { VpcId: { 'Fn::ToJsonString': {} } }, 'Fn::ToJsonString is taken as unknown'],
  ])('are judged in spite of %s, which is said', async (_, more, note) => {
    const { findings } = await judge(solutions, scratch, { Resources: { Group: group('0.0.0.0/0', more) } });
    expect(find(findings, 'AwsSolutions-EC23')).toMatchObject({
      status: 'fail',
      evidence: { because: expect.stringContaining(note) },
    });
    expect(find(findings, 'AwsSolutions-NotLoaded')).toBeUndefined();
  });

  it('are judged in spite of cycles, and of conditions and dependencies on nothing', async () => {
    const one = { ...group('0.0.0.0/0', { VpcId: { Ref: 'Two' } }), DependsOn: 'Gone', Condition: 'Gone' };
    const two = group('10.0.0.0/8', { VpcId: { Ref: 'One' } });
    const { findings } = await judge(solutions, scratch, { Resources: { One: one, Two: two } });
    expect(find(findings, 'AwsSolutions-EC23', 'One')?.status).toBe('fail');
    expect(find(findings, 'AwsSolutions-EC23', 'Two')?.status).toBe('pass');
  });

  it('are judged in spite of a required property that is missing', async () => {
    const { Properties: properties, ...others } = group('0.0.0.0/0');
    const { GroupDescription: _, ...rest } = properties;
    const { findings } = await judge(solutions, scratch, { Resources: { Group: { ...others, Properties: rest } } });
    expect(find(findings, 'AwsSolutions-EC23')).toMatchObject({
      status: 'fail',
      evidence: { because: expect.stringContaining('required property GroupDescription is missing') },
    });
  });

  it('are judged in spite of nulls, and of required names with acronyms', async () => {
    const properties = { ClusterType: 'single-node', NodeType: null, MasterUsername: null, Encrypted: false };
    const { findings } = await judge(solutions, scratch, {
      Resources: { Cluster: { Type: 'AWS::Redshift::Cluster', Properties: properties } },
    });
    expect(find(findings, 'AwsSolutions-NotLoaded')).toBeUndefined();
    expect(find(findings, 'AwsSolutions-RS1')?.status).toBe('fail');
    expect(find(findings, 'AwsSolutions-RS3')?.status).not.toBe('fail');
  });

  it('are judged with text for true and false as CloudFormation reads it', async () => {
    const database = (encrypted: unknown) => ({
      Type: 'AWS::RDS::DBInstance',
      Properties: { DBInstanceClass: 'db.t3.medium', Engine: 'postgres', StorageEncrypted: encrypted },
    });
    const resources = { Yes: database('True'), No: database('no') };
    const { findings } = await judge(solutions, scratch, { Resources: resources });
    expect(find(findings, 'AwsSolutions-RDS2', 'Yes')?.status).toBe('pass');
    expect(find(findings, 'AwsSolutions-RDS2', 'No')).toMatchObject({
      status: 'fail',
      evidence: { because: expect.stringContaining('"no" is read as false') },
    });
  });

  it.each(['constructor', 'toString', 'a/b', '__proto__', 'with-dash', 'Placeholder0'])(
    'never pass over a resource that is called %s',
    async (id) => {
      const text = `{ "Resources": { "${id}": { "Type": "AWS::S3::Bucket" }, "Bucket": { "Type": "AWS::S3::Bucket" } } }`;
      const { findings } = await judge(solutions, scratch, text);
      expect(find(findings, 'AwsSolutions-S1', 'Bucket')?.status).toBe('fail');
      const found = find(findings, 'AwsSolutions-S1', id) ?? find(findings, 'AwsSolutions-NotLoaded', id);
      expect(found).toMatchObject({
        status: expect.stringMatching(/^(fail|unknown)$/),
        resourceType: 'AWS::S3::Bucket',
      });
    },
  );

  it('are unknown in the resource that cannot be loaded, and judged in the others', async () => {
    const odd = { Type: 'AWS::RDS::DBInstance', Properties: { StorageEncrypted: 'perhaps' } };
    const { findings, errors } = await judge(engine, scratch, { Resources: { Odd: odd, Bucket: bucket } });
    expect(errors).toEqual([]);
    for (const pack of ['AwsSolutions', 'NIST.800.53.R5']) {
      expect(find(findings, `${pack}-NotLoaded`)).toMatchObject({
        status: 'unknown',
        logicalId: 'Odd',
        resourceType: 'AWS::RDS::DBInstance',
        location: { line: 3 },
        evidence: { because: expect.stringContaining("got: 'perhaps'") },
      });
    }
    expect(find(findings, 'AwsSolutions-S1')).toMatchObject({
      status: 'fail',
      evidence: { because: 'judged without Odd, which cannot be loaded' },
    });
    expect(findings.filter(({ logicalId }) => logicalId === 'Odd')).toHaveLength(2);
  });
});

describe('the surroundings', () => {
  it('keep no temporary folder', async () => {
    const folders = () => readdirSync(tmpdir()).filter((name) => /^(lionrock-packs|cdk)/.test(name));
    const before = folders();
    await judge(solutions, scratch, { Resources: { Bucket: bucket } });
    expect(folders()).toEqual(before);
  });

  it('decide nothing: deprecated properties load also where CDK is told to refuse them', async () => {
    process.env['JSII_DEPRECATED'] = 'fail';
    try {
      const cluster = {
        Type: 'AWS::EMR::Cluster',
        Properties: { Name: 'c', JobFlowRole: 'a', ServiceRole: 'b', Instances: {}, VisibleToAllUsers: true },
      };
      const { findings } = await judge(solutions, scratch, { Resources: { Cluster: cluster } });
      expect(find(findings, 'AwsSolutions-NotLoaded')).toBeUndefined();
      expect(find(findings, 'AwsSolutions-EMR2')?.status).toBe('fail');
      expect(process.env['JSII_DEPRECATED']).toBe('fail');
    } finally {
      delete process.env['JSII_DEPRECATED'];
    }
  });
});

describe('the canary', () => {
  it.each(PACK_NAMES.filter(isNagPack))('of %s sings', async (name) => {
    expect(await nagCanary(name, loadInstalled())).toBeGreaterThan(0);
  });
});

function sourcesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.js'))
    .map((name) => readFileSync(join(folder, name), 'utf8'));
}
