import { QuestionError } from '../../../lib/proofs/reachability';
import { ask, blocks, group, instance, internetGateway, ref, resource, subnet, table, vpc, way, world } from './world';

/** A client behind a NAT gateway, and a proxy with a public address of its own. */
const NET = [
  vpc('Vpc', '10.0.0.0/16'),
  subnet('Edge', 'Vpc', '10.0.1.0/24', { Tags: [{ Key: 'lionrock:zone', Value: 'edge' }] }),
  subnet('Inner', 'Vpc', '10.0.2.0/24', { Tags: [{ Key: 'lionrock:zone', Value: 'inner' }] }),
  internetGateway('Igw', 'Vpc'),
  table('Tedge', 'Vpc', ['Edge'], ['0.0.0.0/0 GatewayId Igw']),
  resource('Nat', 'AWS::EC2::NatGateway', { SubnetId: ref('Edge'), AllocationId: 'eipalloc-1' }),
  group('G', 'Vpc', 'tcp 3128 10.0.0.0/16'),
  instance('Client', 'Inner', ['G']),
  instance('Proxy', 'Edge', ['G'], { NetworkInterfaces: [{ AssociatePublicIpAddress: true }] }),
];
const out = (...routes: string[]) => world(...NET, table('Tinner', 'Vpc', ['Inner'], routes));

describe('a way around something', () => {
  test('does not lead over the NAT gateway to be avoided, by its name or its zone', () => {
    const net = out('0.0.0.0/0 NatGatewayId Nat');
    expect(ask(net, 'Client', 'internet').answer).toBe('yes');
    for (const avoiding of ['Nat', 'edge', 'Vpc/edge']) {
      const answer = ask(net, 'Client', 'internet', { port: 443, avoiding });
      expect(answer.answer).toBe('no');
      expect(blocks(answer)).toContain('Nat: it is what the way has to avoid');
    }
    expect(ask(net, 'Client', 'internet', { avoiding: 'inspection' }).answer).toBe('yes');
  });

  test('does not begin at what is to be avoided: that only the proxy reaches the internet', () => {
    const net = out();
    expect(ask(net, 'Vpc', 'internet').answer).toBe('yes');
    expect(ask(net, 'Vpc', 'internet', { avoiding: 'Proxy' }).answer).toBe('no');
    expect(ask(out('0.0.0.0/0 NatGatewayId Nat'), 'Vpc', 'internet', { avoiding: 'Proxy' }).answer).toBe('yes');
  });

  test('may be answered over it: what comes in that way is what matters', () => {
    const net = out('0.0.0.0/0 GatewayId Igw');
    const answer = ask(net, 'internet', 'Proxy', { port: 3128, avoiding: 'Nat' });
    expect(answer.answer).toBe('no');
    expect(ask(net, 'Client', 'Proxy', { port: 3128, avoiding: 'Igw' }).answer).toBe('yes');
    expect(ask(net, 'Proxy', 'internet', { avoiding: 'Igw' }).answer).toBe('no');
  });

  test('is a way over an appliance that is not to be avoided, as far as it is known', () => {
    const net = out('0.0.0.0/0 InstanceId Proxy');
    const answer = ask(net, 'Client', 'internet');
    expect(answer.answer).toBe('unknown');
    expect(way(answer)).toContain('Client');
    expect(ask(net, 'Client', 'internet', { avoiding: 'Proxy' }).answer).toBe('no');
  });

  test.each([
    ['Nobody', 'no zone and no resource'],
    ['G', 'no way leads over G'],
  ])('is asked of things that packets pass: %s', (avoiding, message) => {
    expect(() => ask(out(), 'Client', 'internet', { avoiding })).toThrow(QuestionError);
    expect(() => ask(out(), 'Client', 'internet', { avoiding })).toThrow(message);
  });
});
