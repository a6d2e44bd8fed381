import { BlockPublicAccess } from '../../../constructs/network';
import { unacknowledged } from '../../support/compliance';
import { departmentVpc, networkStack, ofType, perimeterVpc, expectTemplate } from './support/network';

test('blocks both directions for the whole account', () => {
  const stack = networkStack();
  new BlockPublicAccess(stack, 'BlockPublicAccess');
  expectTemplate(stack).hasResourceProperties('AWS::EC2::VPCBlockPublicAccessOptions', {
    InternetGatewayBlockMode: 'block-bidirectional',
  });
  expectTemplate(stack).resourceCountIs('AWS::EC2::VPCBlockPublicAccessExclusion', 0);
  expect(unacknowledged(stack)).toEqual([]);
});

test('can leave the way out open', () => {
  const stack = networkStack();
  new BlockPublicAccess(stack, 'BlockPublicAccess', { mode: 'block-ingress' });
  expect(ofType(stack, 'AWS::EC2::VPCBlockPublicAccessOptions')).toEqual([
    { InternetGatewayBlockMode: 'block-ingress' },
  ]);
});

test('excludes the subnets of the zone that faces the internet, not the VPC', () => {
  const stack = networkStack();
  const zone = perimeterVpc(stack).zone('internet-dmz');
  new BlockPublicAccess(stack, 'BlockPublicAccess').exclude(zone);
  const exclusions = ofType(stack, 'AWS::EC2::VPCBlockPublicAccessExclusion');
  expect(exclusions.map((exclusion) => exclusion['SubnetId'])).toEqual(
    stack.resolve(zone.subnets.map((subnet) => subnet.subnetId)),
  );
  for (const exclusion of exclusions) expect(exclusion['VpcId']).toBeUndefined();
});

test('refuses to exclude a zone inside', () => {
  const stack = networkStack();
  const block = new BlockPublicAccess(stack, 'BlockPublicAccess');
  expect(() => block.exclude(departmentVpc(stack).zone('data'))).toThrow(
    /\[Network\/BlockPublicAccess\] cannot exclude licensing\/data: found a zone that does not face the internet/,
  );
});
