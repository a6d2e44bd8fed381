import { AddressPools, ZonedVpc, type AddressPoolsProps } from '../../../constructs/network';
import { unacknowledged } from '../../support/compliance';
import { ARCHIVE, networkStack, ofType, resources } from './support/network';

const REGIONS = [{ region: 'ap-east-1', cidrs: ['10.64.0.0/14'] }];
const own = (department: string, environment: string, ...cidrs: string[]) => ({
  region: 'ap-east-1',
  environment,
  department,
  cidrs,
});
const LICENSING = own('licensing', 'production', '10.64.32.0/21');
const PAYMENT = own('payment', 'production', '10.64.40.0/21');
const TRIALS = own('licensing', 'non-production', '10.64.48.0/21');

function pools(props: Partial<AddressPoolsProps> = {}) {
  const stack = networkStack();
  const made = new AddressPools(stack, 'Addresses', { regions: REGIONS, departments: [LICENSING, PAYMENT], ...props });
  return { stack, made };
}

test('stand one in the other: region, environment, department, each with its own blocks', () => {
  const { stack } = pools({ departments: [LICENSING, PAYMENT, TRIALS] });
  const provisioned = ofType(stack, 'AWS::EC2::IPAMPool').map(({ Description, ProvisionedCidrs }) => {
    const blocks = (ProvisionedCidrs as { Cidr: string }[]).map(({ Cidr }) => Cidr);
    return `${String(Description)}: ${blocks.join(', ')}`;
  });
  expect(provisioned).toEqual([
    'Addresses of ap-east-1: 10.64.0.0/14',
    'Addresses of ap-east-1-production: 10.64.32.0/21, 10.64.40.0/21',
    'Addresses of ap-east-1-production-licensing: 10.64.32.0/21',
    'Addresses of ap-east-1-production-payment: 10.64.40.0/21',
    'Addresses of ap-east-1-non-production: 10.64.48.0/21',
    'Addresses of ap-east-1-non-production-licensing: 10.64.48.0/21',
  ]);
  expect(unacknowledged(stack)).toEqual([]);
});

test('find the VPCs of their owner by tags, and give blocks to accounts that they are shared with', () => {
  const { stack, made } = pools({ departments: [{ ...LICENSING, shareWith: ['111122223334'] }] });
  const { ipamPoolId, netmaskLength } = {
    ipamPoolId: made.poolId('ap-east-1', 'production', 'licensing'),
    netmaskLength: 22,
  };
  new ZonedVpc(stack, 'vpc', {
    cidr: { ipamPoolId, netmaskLength },
    availabilityZones: ['ap-east-1a'],
    zones: [{ name: 'data' }],
    flowLogs: ARCHIVE,
  });
  const pool = ofType(stack, 'AWS::EC2::IPAMPool').at(-1);
  expect(pool).toMatchObject({
    AutoImport: true,
    AllocationResourceTags: [{ Value: 'licensing' }, { Value: 'production' }],
  });
  expect(ofType(stack, 'AWS::EC2::VPC')).toMatchObject([{ Ipv4IpamPoolId: stack.resolve(ipamPoolId) }]);
  expect(ofType(stack, 'AWS::RAM::ResourceShare')).toMatchObject([
    { AllowExternalPrincipals: false, Principals: ['111122223334'] },
  ]);
});

test('a department that comes changes no pool but that of its environment', () => {
  const [before, after] = [[LICENSING], [PAYMENT, LICENSING]].map((departments) =>
    resources(pools({ departments }).stack),
  );
  const changed = Object.keys(before ?? {}).filter(
    (id) => JSON.stringify(before?.[id]) !== JSON.stringify(after?.[id]),
  );
  expect(changed).toEqual([expect.stringMatching(/^AddressesPoolapeast1production[0-9A-F]{8}$/)]);
});

test.each<[string, Partial<AddressPoolsProps>, RegExp]>([
  [
    'an overlap, with both owners',
    { departments: [LICENSING, own('payment', 'production', '10.64.36.0/22')] },
    /\[Network\/Addresses\] payment in production: found 10.64.36.0\/22, which overlaps 10.64.32.0\/21 of licensing in production/,
  ],
  [
    'a block outside its region',
    { departments: [own('payment', 'production', '10.99.0.0/21')] },
    /payment in production: found 10.99.0.0\/21, expected a block inside the addresses of ap-east-1 \(10.64.0.0\/14\)/,
  ],
  ['a region that nobody stated', { regions: [{ region: 'ap-east-2', cidrs: ['10.64.0.0/14'] }] }, /none are stated/],
  ['IPv6', { departments: [own('payment', 'production', '2001:db8::/56')] }, /found the IPv6 block/],
  ['no blocks', { departments: [own('payment', 'production')] }, /payment in production: found no block/],
])('refuse %s', (_, props, message) => {
  expect(() => pools(props)).toThrow(message);
});

test('a pool that is not there is told with those that are', () => {
  expect(() => pools().made.poolId('ap-east-1', 'production', 'customs')).toThrow(
    /has no pool "ap-east-1-production-customs", expected one of ap-east-1, ap-east-1-production, /,
  );
});
