import { HubAttachment, type ZonedVpcProps } from '../../../constructs/network';
import { departmentVpc, networkStack, ofType, resources, thirds, ZONES_A_TO_C } from './support/network';

describe('cuts its block by itself', () => {
  const cut = (names: readonly string[], availabilityZones: readonly string[], cidr: ZonedVpcProps['cidr']) => {
    const stack = networkStack();
    const vpc = departmentVpc(stack, 'licensing', { cidr, availabilityZones, zones: names.map((name) => ({ name })) });
    new HubAttachment(stack, 'Attachment', { vpc, transitGatewayId: 'tgw-0123456789abcdef0' });
    return { stack, vpc };
  };

  test('into places that no other zone, availability zone or order moves', () => {
    const some = cut(['data', 'application'], ['ap-east-1c', 'ap-east-1a'], '10.64.32.0/20');
    const all = cut(['application', 'management', 'data'], ZONES_A_TO_C, '10.64.32.0/20');
    expect(some.vpc.zone('data').cidrs).toEqual(['10.64.43.0/25', '10.64.42.0/25']);
    const larger = resources(all.stack);
    const subnets = Object.entries(resources(some.stack)).filter(([, { Type }]) => Type === 'AWS::EC2::Subnet');
    expect(subnets).toHaveLength(6);
    for (const [id, subnet] of subnets) expect({ [id]: larger[id] }).toEqual({ [id]: subnet });
  });

  test('that a pool gives at deployment, too', () => {
    const { stack, vpc } = cut(['application', 'data'], ZONES_A_TO_C, { ipamPoolId: 'ipam-pool-0', netmaskLength: 20 });
    vpc.zone('application').allowTo(vpc.zone('data'), 15432, { reason: 'The portal reads published content' });
    expect(ofType(stack, 'AWS::EC2::VPC')).toMatchObject([{ Ipv4IpamPoolId: 'ipam-pool-0', Ipv4NetmaskLength: 20 }]);
    const blocks = ofType(stack, 'AWS::EC2::Subnet').map((subnet) => JSON.stringify(subnet['CidrBlock']));
    expect(new Set(blocks).size).toBe(9);
    expect(blocks[0]).toMatch(/"Fn::Select":\[12,\{"Fn::Cidr":\[\{"Fn::GetAtt":.*,32,"7"\]/);
  });

  test('into larger subnets where it is larger', () => {
    const { vpc } = cut(['application'], ['ap-east-1a'], '10.64.0.0/16');
    expect(vpc.zone('application').cidrs).toEqual(['10.64.96.0/21']);
  });
});

test('subnets that are stated by availability zone may be written in any order', () => {
  const build = (reversed: boolean) => {
    const stack = networkStack();
    const blocks = ZONES_A_TO_C.map((name, index) => [name, thirds(36)[index]] as const);
    const subnets = Object.fromEntries(reversed ? blocks.toReversed() : blocks) as Record<string, string>;
    const availabilityZones = reversed ? ZONES_A_TO_C.toReversed() : ZONES_A_TO_C;
    departmentVpc(stack, 'licensing', { availabilityZones, zones: [{ name: 'data', subnets }] });
    return Object.entries(resources(stack)).filter(([, { Type }]) => Type === 'AWS::EC2::Subnet');
  };
  expect(Object.fromEntries(build(true))).toEqual(Object.fromEntries(build(false)));
});
