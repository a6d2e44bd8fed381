import { aws_iam as iam, aws_kms as kms, Stack } from 'aws-cdk-lib';
import { allowAutoScaling, type DepartmentKey } from '../../../constructs/keys';
import { keyIn, keyStatements, type Statement } from './support';

const TRAIL = 'arn:aws:cloudtrail:ap-east-1:123456789012:trail/organization';
const ACCOUNT = { Ref: 'AWS::AccountId' };

/** Statements that name a service, after something was allowed on a new key. */
function serviceStatements(allow: (key: DepartmentKey) => void): Statement[] {
  const stack = new Stack();
  allow(keyIn(stack));
  return keyStatements(stack).filter((entry) => JSON.stringify(entry.Principal).includes('Service'));
}

const service = (name: string) => new iam.ServicePrincipal(name);

describe('services on a key', () => {
  it.each<[string, (key: DepartmentKey) => void, RegExp]>([
    ['log groups', (key) => key.allowLogGroups(), /kms:EncryptionContext:aws:logs:arn.*:log-group:\*/],
    ['CloudTrail', (key) => key.allowCloudTrail([TRAIL]), /aws:SourceArn.*trail\/organization/],
    ['log delivery', (key) => key.allowLogDelivery(), /aws:SourceAccount/],
    ['log delivery of an organisation', (key) => key.allowLogDelivery({ organizationId: 'o-1' }), /aws:SourceOrgID/],
    ['Config', (key) => key.allowConfig({ accounts: ['123456789012'] }), /aws:SourceAccount.*123456789012/],
    ['S3', (key) => key.allowS3(), /aws:SourceAccount/],
    ['alarms', (key) => key.allowAlarms(), /aws:SourceArn.*:alarm:\*/],
    ['events', (key) => key.allowEvents(), /kms:EncryptionContext:aws:s[nq]s/],
    ['any service', (key) => key.allowService({ service: 'backup.amazonaws.com' }), /aws:SourceAccount/],
    ['a grant of CDK', (key) => void key.grantDecrypt(service('s3.amazonaws.com')), /aws:SourceAccount/],
    ['a grant to events', (key) => void key.grantDecrypt(service('events.amazonaws.com')), /EncryptionContext/],
  ])('%s: every statement has its condition', (_, allow, condition) => {
    const statements = serviceStatements(allow);
    expect(statements.length).toBeGreaterThan(0);
    for (const entry of statements) expect(JSON.stringify(entry.Condition)).toMatch(condition);
  });

  it('asks EventBridge for no source account, which KMS does not see, but for a topic or queue of the account', () => {
    const statements = serviceStatements((key) => key.allowEvents());
    const conditions = statements.map((entry) => Object.keys(entry.Condition?.['ArnLike'] ?? {})).flat();
    expect(conditions).toEqual(['kms:EncryptionContext:aws:sns:topicArn', 'kms:EncryptionContext:aws:sqs:arn']);
    expect(JSON.stringify(statements)).not.toContain('aws:SourceAccount');
  });

  it('keeps the conditions that a statement already has', () => {
    const principal = service('s3.amazonaws.com').withConditions({ StringEquals: { 'aws:SourceAccount': '1' } });
    const [entry] = serviceStatements((key) => void key.grantDecrypt(principal));
    expect(entry?.Condition).toEqual({ StringEquals: { 'aws:SourceAccount': '1' } });
  });

  it('names both the trail and its encryption context for CloudTrail', () => {
    const [encrypt] = serviceStatements((key) => key.allowCloudTrail([TRAIL]));
    expect(encrypt?.Condition).toEqual({
      ArnLike: { 'aws:SourceArn': [TRAIL], 'kms:EncryptionContext:aws:cloudtrail:arn': [TRAIL] },
    });
  });

  it('limits a service to the account of the key when nothing else is said', () => {
    const [entry] = serviceStatements((key) => key.allowConfig());
    expect(entry?.Condition).toEqual({ StringEquals: { 'aws:SourceAccount': [ACCOUNT] } });
  });

  it('lets the role of Auto Scaling make grants for AWS resources only', () => {
    const stack = new Stack();
    const role = new iam.CfnServiceLinkedRole(stack, 'Role', { awsServiceName: 'autoscaling.amazonaws.com' });
    allowAutoScaling(keyIn(stack), role);
    const [use, grants] = keyStatements(stack).filter((entry) => JSON.stringify(entry.Principal).includes('role/'));
    expect(JSON.stringify(use?.Principal)).toContain('AWSServiceRoleForAutoScaling');
    expect(grants?.Condition).toEqual({ Bool: { 'kms:GrantIsForAWSResource': 'true' } });
  });

  it('refuses to allow everybody', () => {
    const key = keyIn(new Stack());
    expect(() => key.grantDecrypt(new iam.AnyPrincipal())).toThrow('the key policy would allow everybody');
    expect(() => key.grantDecrypt(new iam.ArnPrincipal('*'))).toThrow('name accounts, roles or services');
  });

  it('leaves imported keys as they are', () => {
    const stack = new Stack();
    const key = kms.Key.fromKeyArn(stack, 'Imported', 'arn:aws:kms:ap-east-1:123456789012:key/1234');
    expect(key.addToResourcePolicy(new iam.PolicyStatement()).statementAdded).toBe(false);
  });
});
