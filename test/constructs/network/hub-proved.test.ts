import { unacknowledged } from '../../support/compliance';
import { hubNetwork, provedOf, type Stands } from './support/hub-network';

describe.each<Stands>(['in a VPC', 'at the hub'])('a hub with its firewall %s', (stands) => {
  const { stack } = hubNetwork(stands, { managedRuleGroups: ['MalwareDomainsStrictOrder'] });
  const network = provedOf(stack);
  const ask = (from: string, to: string, more: object = { port: 443 }) => network.ask({ from, to, ...more });

  test('has no finding that is not acknowledged', () => {
    expect(unacknowledged(stack)).toEqual([]);
  });

  test('lets one department reach another by a flow alone', () => {
    expect(ask('red/application', 'blue/application', { port: 8443 }).answer).toBe('yes');
    expect(ask('red/application', 'blue/application').answer).toBe('no');
    expect(ask('blue/application', 'red/application', { port: 8443 }).answer).toBe('no');
    expect(ask('red/data', 'blue/application', { port: 8443 }).answer).toBe('no');
  });

  test('lets a department out by a flow alone, past the firewall and NAT', () => {
    const out = ask('red/application', 'internet');
    expect(out.answer).toBe('yes');
    const way = out.witness.map(({ logicalId }) => logicalId).join(' ');
    expect(way).toMatch(/ Firewall[0-9A-F]{8} .*EgressNata/);
    expect(ask('red/application', 'internet', { port: 443, avoiding: 'inspection' }).answer).toBe('no');
    for (const other of ['blue/application', 'red/data']) expect(ask(other, 'internet').answer).toBe('no');
    expect(ask('red/application', 'internet', { port: 80 }).answer).toBe('no');
    expect(ask('red/application', 'internet', { port: 443, protocol: 'udp' }).answer).toBe('no');
  });

  test('lets nothing in from the internet', () => {
    for (const zone of ['red/application', 'red/data', 'blue/application']) {
      expect(ask('internet', zone).answer).toBe('no');
      expect(ask('internet', zone, { protocol: 'all' }).answer).toBe('no');
    }
  });

  test('lets pass what is declared, all of it and nothing else, between VPCs past the firewall', () => {
    const gaps = network.gaps();
    const said = ({ from, to, sure, traffic }: (typeof gaps.undeclared)[number]) => ({ from, to, sure, traffic });
    expect(gaps.undeclared.map(said)).toEqual([]);
    expect(gaps.impossible.map(said)).toEqual([]);
    expect(network.uninspected().toInternet.filter(({ from }) => from !== 'egress/internet-dmz')).toEqual([]);
  });
});
