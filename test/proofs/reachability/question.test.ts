import { QuestionError } from '../../../lib/proofs/reachability';
import { graphOf, templateFromObject } from '../../../lib/template';
import { reachabilityOf } from '../../../lib/proofs/reachability';
import { ask, group, instance, internetGateway, resource, subnet, table, vpc, world } from './world';

const zoned = (id: string, block: string, zone: string) =>
  subnet(id, 'Vpc', block, { Tags: [{ Key: 'lionrock:zone', Value: zone }] });
const NET = [
  vpc('Vpc', '10.0.0.0/16', { Tags: [{ Key: 'Name', Value: 'portal' }] }),
  zoned('App', '10.0.1.0/24', 'application'),
  zoned('Data', '10.0.2.0/24', 'data'),
  group('Ga', 'Vpc', ''),
  group('Gb', 'Vpc', 'tcp 5432 Ga'),
  instance('A', 'App', ['Ga']),
  instance('B', 'Data', ['Gb']),
];

describe('what a question may name', () => {
  const net = world(...NET, resource('Role', 'AWS::IAM::Role', {}));

  test.each([
    ['a zone', 'application', 'data'],
    ['a zone of one VPC', 'portal/application', 'portal/data'],
    ['a resource', 'A', 'B'],
    ['a resource of a template', 'network.json#A', 'network.json#B'],
    ['a security group', 'Ga', 'Gb'],
    ['a subnet', 'App', 'Data'],
    ['an address block', '10.0.1.0/24', '10.0.2.0/24'],
  ])('%s', (_, from, to) => {
    expect(ask(net, from, to, { port: 5432 }).answer).toBe('yes');
    expect(ask(net, from, to, { port: 5433 }).answer).toBe('no');
  });

  test.each([
    ['Bb', /no zone and no resource "Bb".*did you mean/],
    ['portal/date', /did you mean portal\/data/],
    ['Role', /AWS::IAM::Role, which has no network interface in a subnet/],
    ['other.json#A', /no zone and no resource/],
  ])('%s is an error with a remedy', (name, message) => {
    expect(() => ask(net, name, 'B')).toThrow(QuestionError);
    expect(() => ask(net, name, 'B')).toThrow(message);
  });

  test('ports that do not exist, and ports of ICMP, are errors', () => {
    expect(() => ask(net, 'A', 'B', { port: 70_000 })).toThrow('expected a whole number from 0 to 65535');
    expect(() => ask(net, 'A', 'B', { port: 1, protocol: 'icmp' })).toThrow('icmp knows no ports');
  });

  test('an id that stands in two templates is an error that lists both', () => {
    const body = { Resources: Object.assign({}, ...NET) as object };
    const both = reachabilityOf(graphOf([templateFromObject('one.json', body), templateFromObject('two.json', body)]));
    expect(() => both.ask({ from: 'A', to: 'B' })).toThrow(
      'stands in 2 templates: say which, as in one.json#A (also: two.json#A)',
    );
    expect(both.ask({ from: 'one.json#A', to: 'one.json#B', port: 5432 }).answer).toBe('yes');
    expect(both.ask({ from: 'one.json#A', to: 'two.json#B', port: 5432 }).answer).toBe('no');
  });
});

describe('zones', () => {
  test('are inferred from where routes lead when no tag names them', () => {
    const net = world(
      vpc('Vpc', '10.0.0.0/16'),
      subnet('One', 'Vpc', '10.0.1.0/24', { MapPublicIpOnLaunch: true }),
      subnet('Two', 'Vpc', '10.0.2.0/24'),
      subnet('Three', 'Vpc', '10.0.3.0/24'),
      internetGateway('Igw', 'Vpc'),
      resource('Nat', 'AWS::EC2::NatGateway', { SubnetId: { Ref: 'One' } }),
      table('Open', 'Vpc', ['One'], ['0.0.0.0/0 GatewayId Igw']),
      table('Out', 'Vpc', ['Two'], ['0.0.0.0/0 NatGatewayId Nat']),
    );
    expect(net.zones.map(({ name }) => name)).toEqual([
      'internet',
      'Vpc/isolated',
      'Vpc/private-with-egress',
      'Vpc/public',
    ]);
    expect(ask(net, 'internet', 'public').answer).toBe('yes');
    expect(ask(net, 'internet', 'isolated').answer).toBe('no');
    expect(ask(net, 'private-with-egress', 'internet').answer).toBe('yes');
    expect(ask(net, 'isolated', 'internet').answer).toBe('no');
  });

  test('are what stands in them: its groups decide', () => {
    expect(ask(world(...NET), 'application', 'data', { port: 22 }).answer).toBe('no');
  });
});
