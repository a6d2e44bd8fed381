import { QueryLogs } from '../../../constructs/network';
import { unacknowledged } from '../../support/compliance';
import { ARCHIVE, departmentVpc, networkStack, ofType } from './support/network';

test('records what the VPC looks up, in the archive', () => {
  const stack = networkStack();
  const { vpcId } = departmentVpc(stack);
  new QueryLogs(stack, 'Queries', { vpcId, destinationArn: ARCHIVE.archiveBucketArn, configName: 'licensing' });
  expect(ofType(stack, 'AWS::Route53Resolver::ResolverQueryLoggingConfig')).toEqual([
    { DestinationArn: ARCHIVE.archiveBucketArn, Name: 'licensing' },
  ]);
  expect(ofType(stack, 'AWS::Route53Resolver::ResolverQueryLoggingConfigAssociation')).toEqual([
    { ResolverQueryLogConfigId: { Ref: expect.stringMatching(/^QueriesConfig/) }, ResourceId: stack.resolve(vpcId) },
  ]);
  expect(unacknowledged(stack)).toEqual([]);
});
