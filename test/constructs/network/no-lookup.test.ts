import { App, Stack } from 'aws-cdk-lib';
import { ZonedVpc } from '../../../constructs/network';

test('a VPC in a stack with an account needs nothing from AWS, and leaves the stack as it was', () => {
  const app = new App();
  const stack = new Stack(app, 'Test', { env: { account: '111111111111', region: 'ap-east-1' } });
  new ZonedVpc(stack, 'Network', {
    cidr: '10.64.0.0/20',
    availabilityZones: ['ap-east-1a', 'ap-east-1b'],
    zones: [{ name: 'data', subnets: ['10.64.0.0/24', '10.64.1.0/24'] }],
    flowLogs: { archiveBucketArn: 'arn:aws:s3:::archive-network' },
  });
  expect(Object.hasOwn(stack, 'availabilityZones')).toBe(false);
  expect(app.synth().manifest.missing ?? []).toEqual([]);
});
