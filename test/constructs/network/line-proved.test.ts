import { hubNetwork, provedOf, GOVERNMENT, type Stands } from './support/hub-network';

const VPN = { vpn: { customerAddress: '203.0.113.10', customerAsn: 65010 } };
const DIRECT = { directConnect: {} };

// The line announces every address of the network, so that nothing but the flows keeps the two sides apart.
describe.each<[Stands, typeof VPN | typeof DIRECT]>([
  ['in a VPC', VPN],
  ['at the hub', DIRECT],
])('a line to the government network, and a firewall %s', (stands, by) => {
  const network = provedOf(hubNetwork(stands, {}, by).stack);
  const { name } = GOVERNMENT;

  test('passes what flows declare and nothing else, and none of it is unknown', () => {
    const open = network.cells().filter((cell) => cell.answer !== 'no' && [cell.from, cell.to].includes(name));
    expect(open.map(({ from, to, answer, traffic, declared }) => ({ from, to, answer, traffic, declared }))).toEqual([
      {
        from: 'red/application',
        to: name,
        answer: 'yes',
        traffic: [{ protocol: 'udp', ports: '53' }],
        declared: ['names'],
      },
      {
        from: name,
        to: 'blue/application',
        answer: 'yes',
        traffic: [{ protocol: 'tcp', ports: '443' }],
        declared: ['offices'],
      },
    ]);
    const { undeclared, impossible } = network.gaps();
    expect([...undeclared, ...impossible].map(({ from, to, traffic }) => ({ from, to, traffic }))).toEqual([]);
  });

  test('leads past no firewall', () => {
    for (const [from, to] of [
      ['red/application', name],
      [name, 'blue/application'],
    ] as const) {
      expect(network.ask({ from, to, avoiding: 'inspection' }).answer).toBe('no');
    }
  });

  // A rule to any address would pass the flow to the internet to what the line accepts, and so does a public block of it.
  test('is no part of the internet', () => {
    expect(network.ask({ from: 'red/application', to: 'internet', port: 443 }).answer).toBe('yes');
    for (const to of GOVERNMENT.cidrs)
      expect(network.ask({ from: 'red/application', to, port: 443 }).answer).toBe('no');
  });
});

test('a flow to the internet that names no domains passes to no other network, either', () => {
  const { stack, firewall, sender } = hubNetwork('at the hub', {}, DIRECT);
  const internet = { name: 'internet', cidrs: ['0.0.0.0/0'] };
  const flow = { id: 'red-plain', reason: 'Needed by the service, and approved' };
  sender.allowTo(internet, 8080, { ...flow, id: 'red-named', domains: ['registry.example.com'] });
  firewall.allow(sender, internet, 8080, flow);
  const network = provedOf(stack);
  const ask = (to: string) => network.ask({ from: 'red/application', to, port: 8080 }).answer;
  expect([ask('internet'), ask(GOVERNMENT.name), ask('blue/application')]).toEqual(['yes', 'no', 'no']);
});
