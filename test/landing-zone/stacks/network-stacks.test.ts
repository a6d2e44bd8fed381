import { claimsOf } from '../../../constructs/claims';
import { unacknowledged } from '../../support/compliance';
import { smallInput } from '../support/small-config';
import { networkOf } from './network-of';

const hub = networkOf('network');
const spoke = networkOf('e-services-prod');

test('the hub’s account has the hub, its VPCs, the firewall, the way in, and their routes', () => {
  expect(hub.ids).toEqual([
    'hub',
    'public-access',
    'vpc-perimeter',
    'vpc-inspection',
    'inspection',
    'ingress',
    'routing',
    'hub-routes-perimeter',
  ]);
});

test('a department’s account has its VPC, and routes that wait for the hub', () => {
  expect(spoke.ids).toEqual(['public-access', 'vpc', 'hub-routes']);
  expect(Object.keys(spoke.network.zones)).toEqual(['application', 'data', 'management']);
});

test('an account without VPCs has no network', () => {
  expect(networkOf('audit').ids).toEqual([]);
});

describe.each([
  ['network', hub],
  ['e-services-prod', spoke],
])('in %s', (_, { ids, stack, context }) => {
  test.each(ids)('%s has no finding that is not acknowledged', (id) => {
    expect(unacknowledged(stack(id))).toEqual([]);
  });

  test.each(ids)('%s cannot be deleted by mistake, and says what it is', (id) => {
    expect(stack(id).terminationProtection).toBe(true);
    expect(stack(id).templateOptions.description).toMatch(/^[A-Z]/);
  });

  test('every claim is an entry of the register, word for word', () => {
    const { config, account } = context;
    const register = [...config.network.flows, ...account.vpcs.flatMap((vpc) => vpc.flows)];
    const claims = ids.flatMap((id) => claimsOf(stack(id)).flows ?? []);
    expect(claims.length).toBeGreaterThan(1);
    for (const claim of claims) expect(register).toContainEqual(claim);
  });
});

test('functions are told where DynamoDB is', () => {
  expect(spoke.stack('vpc').resolve(spoke.network.dynamoDbEndpoint)).toEqual({
    'Fn::Join': ['', ['https://', { 'Fn::Select': [1, { 'Fn::Split': [':', expect.anything()] }] }]],
  });
  expect(hub.network.dynamoDbEndpoint).toBeUndefined();
});

test('addresses are kept in pools of their owners, on request', () => {
  const { network } = smallInput();
  const { ids, ofType, stack } = networkOf('network', { network: { ...network, addressPools: true } });
  expect(ids).toContain('addresses');
  const pools = ofType('addresses', 'AWS::EC2::IPAMPool');
  expect(pools.map(({ Description, ProvisionedCidrs }) => [Description, ProvisionedCidrs])).toEqual([
    ['Addresses of ap-east-1', [{ Cidr: '10.64.0.0/16' }]],
    [
      'Addresses of ap-east-1-production',
      [{ Cidr: '10.64.0.0/20' }, { Cidr: '10.64.16.0/20' }, { Cidr: '10.64.32.0/20' }],
    ],
    ['Addresses of ap-east-1-production-digital-policy-office', [{ Cidr: '10.64.0.0/20' }, { Cidr: '10.64.16.0/20' }]],
    ['Addresses of ap-east-1-production-e-services', [{ Cidr: '10.64.32.0/20' }]],
  ]);
  expect(unacknowledged(stack('addresses'))).toEqual([]);
  expect(networkOf('e-services-prod', { network: { ...network, addressPools: true } }).ids).not.toContain('addresses');
});

describe('routes in several stacks', () => {
  const { network, accounts } = smallInput();
  const routed = (routingStacks: number) =>
    networkOf('network', { accounts, network: { ...network, hub: { ...network.hub, routingStacks } } });
  const ids = (found: ReturnType<typeof routed>) => found.ids.filter((id) => id.startsWith('routing'));
  const lines = (found: ReturnType<typeof routed>, type: string) => ids(found).flatMap((id) => found.ofType(id, type));

  test('are those of one, with what is the hub’s own in the first', () => {
    const [one, many] = [routed(1), routed(20)];
    expect(ids(one)).toEqual(['routing']);
    expect(ids(many)).toEqual(['routing', expect.stringMatching(/^routing-\d+$/)]);
    for (const type of ['RouteTableAssociation', 'RouteTablePropagation', 'Route']) {
      const full = `AWS::EC2::TransitGateway${type}`;
      expect(lines(many, full)).toHaveLength(lines(one, full).length);
    }
    expect(many.ofType('routing', 'AWS::EC2::TransitGatewayRoute')).toHaveLength(2);
    expect(many.ofType('routing', 'Custom::AcceptedAttachment')).toEqual([]);
    expect(lines(many, 'Custom::AcceptedAttachment')).toHaveLength(1);
    for (const id of ids(many)) expect(unacknowledged(many.stack(id))).toEqual([]);
  });
});
