import { type App, Stack } from 'aws-cdk-lib';
import { BaselineDelivery, BaselineStack, baselineTemplate } from '../../constructs/baseline';
import { profileById } from '../../lib/profiles';

/** One template for all accounts: delivered to two organisational units, and deployed here in the management account. */
export function baselineExample(app: App): Stack {
  const template = baselineTemplate({
    profile: profileById('hk-s17'),
    name: 'government',
    organizationId: 'o-hkgov12345',
    auditAccountId: '110000000003',
    configBucketName: 'government-110000000002-config',
    trustedPrincipals: ['arn:aws:iam::110000000001:role/duty-officer'],
    emails: ['security@example.gov.hk'],
    department: 'digital-policy-office',
    classification: 'UNCLASSIFIED',
  });
  new BaselineStack(app, 'Baseline', { template });
  const stack = new Stack(app, 'Delivery');
  new BaselineDelivery(stack, 'Baseline', {
    stackSetName: 'government-baseline',
    template,
    organizationalUnitIds: ['ou-hk01-security1', 'ou-hk01-digitalg'],
    regions: ['ap-east-1'],
  });
  return stack;
}
