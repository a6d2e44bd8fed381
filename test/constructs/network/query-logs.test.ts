import { unacknowledged } from '../../support/compliance';
import { ARCHIVE, departmentVpc, networkStack, ofType } from './support/network';

test('records what the VPC looks up, in the archive', () => {
  const stack = networkStack();
  const queryLogs = { destinationArn: ARCHIVE.archiveBucketArn, configName: 'licensing' };
  const { vpcId } = departmentVpc(stack, 'licensing', { queryLogs });
  expect(ofType(stack, 'AWS::Route53Resolver::ResolverQueryLoggingConfig')).toEqual([
    { DestinationArn: ARCHIVE.archiveBucketArn, Name: 'licensing' },
  ]);
  expect(ofType(stack, 'AWS::Route53Resolver::ResolverQueryLoggingConfigAssociation')).toEqual([
    {
      ResolverQueryLogConfigId: { Ref: expect.stringMatching(/^licensingQueryLogsConfig/) as string },
      ResourceId: stack.resolve(vpcId),
    },
  ]);
  expect(unacknowledged(stack)).toEqual([]);
});
