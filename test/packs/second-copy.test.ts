import { cpSync, mkdirSync, mkdtempSync, statSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import * as first from 'aws-cdk-lib';
import { AwsSolutionsChecks } from 'cdk-nag';
import { Construct } from 'constructs';
import { HongKongGovernmentChecks } from '../../lib/packs';
import { reportOf } from './support/report';

const other = secondCopy();
const env = { account: '111111111111', region: 'ap-east-1' };
const EXPECTED = ['HongKongGovernment-rds-storage-encrypted', 'HongKongGovernment-bucket-tls-only'];

/** Another installation of aws-cdk-lib, beside the same constructs, as npm makes it when versions disagree. */
function secondCopy(): typeof first {
  const installed = dirname(require.resolve('aws-cdk-lib/package.json'));
  const modules = join(mkdtempSync(join(tmpdir(), 'second-copy-')), 'node_modules');
  mkdirSync(modules);
  for (const name of ['constructs', '@aws-cdk']) symlinkSync(join(dirname(installed), name), join(modules, name));
  cpSync(installed, join(modules, 'aws-cdk-lib'), {
    recursive: true,
    filter: (path) => statSync(path).isDirectory() || /\.(js|json|gz)$/.test(path),
  });
  return require(join(modules, 'aws-cdk-lib'));
}

/** An app of the second copy: a raw database, a bucket with its policy in another stack, an acknowledgement. */
function foreignApp() {
  const app = new other.App({ context: { '@aws-cdk/core:failSynthOnValidationErrors': false } });
  const stack = new other.Stack(app, 'S', { env });
  new other.CfnResource(stack, 'Raw', { type: 'AWS::RDS::DBInstance', properties: { StorageEncrypted: false } });
  const bucket = new other.aws_s3.CfnBucket(stack, 'Data');
  new other.aws_s3.CfnBucketPolicy(new other.Stack(app, 'Away', { env }), 'Policy', {
    bucket: bucket.ref,
    policyDocument: { Statement: [] },
  });
  other.Validations.of(bucket).acknowledge({ id: 'HongKongGovernment-bucket-versioned', reason: 'as agreed' });
  return app;
}

describe('an app of a second copy of aws-cdk-lib', () => {
  test('is a second copy, on which cdk-nag is silent', () => {
    expect(other.App).not.toBe(first.App);
    expect(new AwsSolutionsChecks().validateScope(foreignApp()).violations).toEqual([]);
  });

  test('is judged before synthesis', () => {
    const { violations, suppressedViolations } = new HongKongGovernmentChecks().validateScope(foreignApp());
    expect(violations.map(({ ruleName }) => ruleName)).toEqual(expect.arrayContaining(EXPECTED));
    expect(suppressedViolations.map(({ reason }) => reason)).toEqual(['as agreed']);
  });

  test('is judged at synthesis', () => {
    const app = foreignApp();
    other.Validations.of(app).addPlugins(new HongKongGovernmentChecks());
    app.synth();
    const report = reportOf(app, 'HongKongGovernment');
    expect(report?.violations.map(({ ruleName }) => ruleName)).toEqual(expect.arrayContaining(EXPECTED));
    expect(report?.suppressedViolations?.map(({ reason }) => reason)).toEqual(['as agreed']);
  });
});

describe('a construct tree in which nothing is recognised', () => {
  test('is an error with the remedy, never a pass', () => {
    const root = new Construct(undefined as never, '');
    Object.assign(new Construct(root, 'Bucket'), { cfnResourceType: 'AWS::S3::Bucket' });
    expect(() => new HongKongGovernmentChecks().validateScope(root)).toThrow(
      /found 0 stacks and 1 resources .*npm ls aws-cdk-lib/,
    );
    expect(() => new HongKongGovernmentChecks().validateScope(new first.App())).toThrow('found 0 stacks');
  });
});
