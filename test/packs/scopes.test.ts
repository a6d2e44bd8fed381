import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { App, aws_iam as iam, aws_s3 as s3, aws_s3_assets as assets, CfnResource, Stack, Stage } from 'aws-cdk-lib';
import { HongKongGovernmentChecks, type PackReport } from '../../lib/packs';
import { lenientApp } from './support/report';
import { judged, WAYS } from './support/judged';

const env = { account: '111111111111', region: 'ap-east-1' };
const ENCRYPTED = 'rds-storage-encrypted at';
const UNENCRYPTED = { Type: 'AWS::RDS::DBInstance', Properties: { StorageEncrypted: false } };

function database(scope: Stack, id: string): CfnResource {
  return new CfnResource(scope, id, { type: UNENCRYPTED.Type, properties: UNENCRYPTED.Properties });
}

function paths(report: PackReport, rule: string): (string | undefined)[] {
  const violations = report.violations.filter(({ ruleName }) => ruleName === `HongKongGovernment-${rule}`);
  return violations.flatMap(({ violatingResources }) => violatingResources.map(({ constructPath }) => constructPath));
}

describe('validateScope of a part', () => {
  const app = new App();
  const stage = new Stage(app, 'Prod', { env });
  const stack = new Stack(stage, 'S');
  const bucket = new s3.Bucket(stack, 'Data');
  database(stack, 'Inside');
  database(new Stack(app, 'Top', { env }), 'Outside');
  const pack = new HongKongGovernmentChecks();

  test.each([
    ['an app', app, ['Prod/S/Inside', 'Top/Outside']],
    ['a stage', stage, ['Prod/S/Inside']],
    ['a stack', stack, ['Prod/S/Inside']],
    ['a construct', bucket, []],
  ])('%s judges what is below it', (_, scope, expected) => {
    expect(paths(pack.validateScope(scope), 'rds-storage-encrypted')).toEqual(expected);
  });

  test('a construct judges it in the light of the whole app', () => {
    expect(paths(pack.validateScope(bucket), 'bucket-tls-only')).toEqual(['Prod/S/Data/Resource']);
    bucket.addToResourcePolicy(tlsOnly(bucket));
    expect(paths(pack.validateScope(bucket), 'bucket-tls-only')).toEqual([]);
  });
});

describe('rules over whole estates', () => {
  const marker = {
    landingZone: 'test',
    profile: 'hk-s17',
    deploymentModel: 'public',
    account: 'management',
    classification: 'UNCLASSIFIED',
    personalData: false,
    systemTier: 1,
    capability: 'guardrails',
  };

  function organization(isMarked: boolean) {
    const app = lenientApp();
    const stage = new Stage(app, 'Management', { env });
    const stack = new Stack(stage, 'Guardrails');
    if (isMarked) stack.templateOptions.metadata = { Lionrock: { marker } };
    const policy = new CfnResource(stack, 'Policy', {
      type: 'AWS::Organizations::Policy',
      properties: { Name: 'none', Type: 'SERVICE_CONTROL_POLICY', Content: { Version: '2012-10-17', Statement: [] } },
    });
    return { app, stage, policy };
  }

  test.each([
    ['the app', 'app'],
    ['its stage', 'stage'],
  ] as const)('run on what is marked as a landing zone, for a pack on %s', async (_, on) => {
    const built = organization(true);
    const found = await judged(built.app, built[on]);
    for (const way of WAYS)
      expect([way, ...found[way]]).toContain('guardrail-no-leaving at Management/Guardrails/Policy');
  });

  test('do not run elsewhere, nor where a part of a stack is asked about', () => {
    const pack = new HongKongGovernmentChecks();
    const { app, policy } = organization(true);
    expect(paths(pack.validateScope(policy), 'guardrail-no-leaving')).toEqual(['Management/Guardrails/Policy']);
    const other = new CfnResource(new Stack(app, 'Other', { env }), 'Topic', { type: 'AWS::SNS::Topic' });
    expect(paths(pack.validateScope(other), 'guardrail-no-leaving')).toEqual([]);
    expect(paths(pack.validateScope(organization(false).app), 'guardrail-no-leaving')).toEqual([]);
  });
});

describe('a template that another one deploys', () => {
  test('as the text of a stack set is judged, and named after it', async () => {
    const app = lenientApp();
    new CfnResource(new Stack(app, 'S', { env }), 'Everywhere', {
      type: 'AWS::CloudFormation::StackSet',
      properties: { TemplateBody: JSON.stringify({ Resources: { Database: UNENCRYPTED } }) },
    });
    const found = await judged(app);
    expect(found.validateScope).toContain(`${ENCRYPTED} S/Everywhere`);
    expect(found['the report of synthesis']).toContain(`${ENCRYPTED} S/Everywhere`);
    expect(found['the gate'].filter((line) => line.startsWith(ENCRYPTED))).toHaveLength(1);
  });

  test('as a text that is none cannot be judged', async () => {
    const app = lenientApp();
    new CfnResource(new Stack(app, 'S', { env }), 'Everywhere', {
      type: 'AWS::CloudFormation::StackSet',
      properties: { TemplateBody: 'nothing' },
    });
    const found = await judged(app);
    for (const way of ['validateScope', 'the report of synthesis'] as const)
      expect(found[way].filter((line) => line.startsWith('unreadable'))).toHaveLength(1);
  });

  test('as a file is judged at synthesis, and before it is said to be missing', async () => {
    const app = lenientApp();
    const stack = new Stack(app, 'S', { env });
    const path = join(app.outdir, 'nested.template.json');
    writeFileSync(path, JSON.stringify({ Resources: { Database: UNENCRYPTED } }));
    const asset = new assets.Asset(stack, 'Template', { path });
    const nested = new CfnResource(stack, 'Nested', {
      type: 'AWS::CloudFormation::Stack',
      properties: { TemplateURL: asset.httpUrl },
    });
    nested.addMetadata('aws:asset:path', asset.assetPath);
    const found = await judged(app);
    expect(found['the report of synthesis'].filter((line) => line.startsWith(ENCRYPTED))).toHaveLength(1);
    expect(found['the gate'].filter((line) => line.startsWith(ENCRYPTED))).toHaveLength(1);
    expect(found.validateScope.filter((line) => line.startsWith('unreadable'))).toHaveLength(1);
  });
});

function tlsOnly(bucket: s3.Bucket) {
  return new iam.PolicyStatement({
    effect: iam.Effect.DENY,
    principals: [new iam.AnyPrincipal()],
    actions: ['s3:*'],
    resources: [bucket.bucketArn, bucket.arnForObjects('*')],
    conditions: { Bool: { 'aws:SecureTransport': 'false' } },
  });
}
