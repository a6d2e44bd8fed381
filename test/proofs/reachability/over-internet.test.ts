import { ask, blocks, group, instance, internetGateway, ref, resource, subnet, table, vpc, way, world } from './world';
import type { Resources } from './world';

const PUBLIC = { NetworkInterfaces: [{ AssociatePublicIpAddress: true }] };

/** A client in one VPC, a server in another, each with an internet gateway, and nothing between them. */
const apart = (serverRule: string, ...more: Resources[]) =>
  world(
    vpc('One', '10.1.0.0/16', { Tags: [{ Key: 'Name', Value: 'one' }] }),
    vpc('Two', '10.2.0.0/16', { Tags: [{ Key: 'Name', Value: 'two' }] }),
    subnet('Here', 'One', '10.1.1.0/24'),
    subnet('There', 'Two', '10.2.1.0/24'),
    internetGateway('Out', 'One'),
    internetGateway('In', 'Two'),
    table('Tthere', 'Two', ['There'], ['0.0.0.0/0 GatewayId In']),
    group('Gclient', 'One', ''),
    group('Gserver', 'Two', serverRule),
    instance('Server', 'There', ['Gserver'], PUBLIC),
    ...more,
  );
const client = (properties: object = PUBLIC) => instance('Client', 'Here', ['Gclient'], properties);
const direct = table('There2', 'One', ['Here'], ['0.0.0.0/0 GatewayId Out']);

// Amazon VPC user guide, Internet gateways: an instance's private IPv4 address is exchanged for its public one, and the
// traffic of others for that address is sent to it. Two VPCs that both face the internet meet there.
describe('two VPCs over the internet', () => {
  test('reach each other at public addresses, out by the one gateway and in by the other', () => {
    const answer = ask(apart('tcp 443 0.0.0.0/0', client(), direct), 'Client', 'Server');
    expect(answer.answer).toBe('yes');
    expect(way(answer)).toEqual(expect.arrayContaining(['Client', 'Out', 'In', 'Gserver', 'Server']));
    expect(answer.witness.map(({ hop }) => hop)).toContain('the internet');
    expect(ask(apart('tcp 443 0.0.0.0/0', client(), direct), 'Client', 'Server', { port: 80 }).answer).toBe('no');
  });

  test('reach each other through a NAT gateway', () => {
    const net = apart(
      'tcp 443 0.0.0.0/0',
      client({}),
      subnet('Edge', 'One', '10.1.2.0/24'),
      table('Tedge', 'One', ['Edge'], ['0.0.0.0/0 GatewayId Out']),
      resource('Nat', 'AWS::EC2::NatGateway', { SubnetId: ref('Edge'), AllocationId: 'eipalloc-1' }),
      table('Tnat', 'One', ['Here'], ['0.0.0.0/0 NatGatewayId Nat']),
    );
    const answer = ask(net, 'Client', 'Server');
    expect(answer.answer).toBe('yes');
    expect(way(answer)).toEqual(expect.arrayContaining(['Nat', 'Out', 'In', 'Server']));
  });

  test('are not known to, where rules name some public addresses alone', () => {
    const answer = ask(apart('tcp 443 203.0.113.7/32,tcp 80 10.1.0.0/16', client(), direct), 'Client', 'Server');
    expect(answer.answer).toBe('unknown');
    expect(answer.unresolved).toContain('which public addresses the two have is decided at deployment');
  });

  test('do not, by rules for private addresses: the receiver sees a public one', () => {
    const answer = ask(apart('tcp 443 10.1.0.0/16', client(), direct), 'Client', 'Server');
    expect(answer.answer).toBe('no');
  });

  test.each([
    ['the client has no public address', client({}), direct],
    ['nothing leads out', client(), table('None', 'One', ['Here'], [])],
  ])('do not when %s', (_, sender, routes) => {
    const answer = ask(apart('tcp 443 0.0.0.0/0', sender, routes), 'Client', 'Server');
    expect(answer.answer).toBe('no');
    expect(blocks(answer).length).toBeGreaterThan(0);
  });

  test('do so in the matrix, and flows are judged by their two halves', () => {
    const net = apart('tcp 443 0.0.0.0/0', client(), direct);
    const cell = net.cells().find(({ from, to }) => from === 'one/public' && to === 'two/public');
    expect(cell).toMatchObject({ answer: 'yes', traffic: [{ protocol: 'tcp', ports: '443' }], inside: [] });
    expect(cell?.witness.map(({ logicalId }) => logicalId)).toEqual(expect.arrayContaining(['Out', 'In', 'Server']));
    const undeclared = net.gaps().undeclared.map(({ from, to }) => `${from} ${to}`);
    expect(undeclared).toEqual(expect.arrayContaining(['one/public internet', 'internet two/public']));
    expect(undeclared).not.toContain('one/public two/public');
  });
});

// Amazon VPC user guide, IP addressing: IPv6 addresses are globally unique, and can be reached over the internet; egress-only
// internet gateways: they let answers in, and no connections.
describe('two VPCs over the internet by IPv6', () => {
  const six = (id: string, vpcId: string, block: string, four: string) =>
    subnet(id, vpcId, four, { Ipv6CidrBlock: block });
  const six6 = (rule: string, route: string, ...more: Resources[]) =>
    world(
      vpc('One', '10.1.0.0/16'),
      vpc('Two', '10.2.0.0/16'),
      resource('OneSix', 'AWS::EC2::VPCCidrBlock', {
        VpcId: ref('One'),
        Ipv6CidrBlock: '2600:1f00:1::/56',
        Ipv6Pool: 'p',
      }),
      resource('TwoSix', 'AWS::EC2::VPCCidrBlock', {
        VpcId: ref('Two'),
        Ipv6CidrBlock: '2600:1f00:2::/56',
        Ipv6Pool: 'p',
      }),
      six('Here', 'One', '2600:1f00:1::/64', '10.1.1.0/24'),
      six('There', 'Two', '2600:1f00:2::/64', '10.2.1.0/24'),
      internetGateway('Out', 'One'),
      internetGateway('In', 'Two'),
      resource('Only', 'AWS::EC2::EgressOnlyInternetGateway', { VpcId: ref('One') }),
      table('Tone', 'One', ['Here'], [route]),
      table('Ttwo', 'Two', ['There'], ['::/0 GatewayId In']),
      group('Gclient', 'One', 'tcp 22 ::/0', 'tcp 1-65535 ::/0'),
      group('Gserver', 'Two', rule, 'tcp 1-65535 ::/0'),
      instance('Client', 'Here', ['Gclient']),
      instance('Server', 'There', ['Gserver']),
      ...more,
    );

  test('meet with their own addresses: rules tell them apart', () => {
    const own = six6('tcp 443 2600:1f00:1::/64', '::/0 GatewayId Out');
    const answer = ask(own, 'Client', 'Server');
    expect(answer.answer).toBe('yes');
    expect(way(answer)).toEqual(expect.arrayContaining(['Out', 'In', 'Server']));
    expect(ask(six6('tcp 443 2600:1f00:3::/64', '::/0 GatewayId Out'), 'Client', 'Server').answer).toBe('no');
  });

  test('go out by an egress-only gateway, and nothing comes in by it', () => {
    const net = six6('tcp 443 ::/0', '::/0 EgressOnlyInternetGatewayId Only');
    expect(ask(net, 'Client', 'Server').answer).toBe('yes');
    expect(ask(net, 'Server', 'Client', { port: 22 }).answer).toBe('no');
    expect(ask(six6('tcp 443 ::/0', '::/0 GatewayId Out'), 'Server', 'Client', { port: 22 }).answer).toBe('yes');
  });
});
