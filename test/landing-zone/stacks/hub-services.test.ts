import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { claimsOf } from '../../../constructs/claims';
import { synthesize } from '../../../lib/landing-zone';
import { profileById } from '../../../lib/profiles';
import { reachabilityOf } from '../../../lib/proofs/reachability';
import { readUnit } from '../../../lib/template';
import { SMALL_CONFIG_FOLDER, smallConfig, smallInput, type LandingZoneInput } from '../support/small-config';
import { networkOf } from './network-of';

const octets = (prefix: string, size: number) => [0, 1, 2].map((index) => `${prefix}.${index * size}/28`);
const REASON = 'Needed by the department, and approved';

/** The small landing zone with its firewall at the hub, a way out, a line to the government network and shared names. */
function withServices(): Partial<LandingZoneInput> {
  const input = smallInput();
  const [network, shared, department] = ['network', 'shared-services', 'e-services-prod'].map((name) =>
    input.accounts.find((account) => account.name === name),
  );
  if (!network || !shared || !department) throw new Error('the small landing zone lacks an account');
  network.vpcs = [
    ...(network.vpcs ?? []).filter(({ name }) => name !== 'inspection'),
    {
      name: 'egress',
      cidr: '10.64.16.0/22',
      internetGateway: true,
      zones: { 'internet-dmz': octets('10.64.16', 16) },
      attachment: { subnets: octets('10.64.19', 16), associate: 'spokes', propagate: ['inspected'] },
    },
  ];
  shared.vpcs = [
    {
      cidr: '10.64.48.0/20',
      zones: { management: octets('10.64.48', 16) },
      attachment: { subnets: octets('10.64.63', 16), associate: 'spokes', propagate: ['inspected'] },
    },
  ];
  const { flows = [] } = input.network;
  const flow = { ports: [443], reason: REASON };
  input.network = {
    ...input.network,
    hub: {
      account: 'network',
      routeTables: [
        { name: 'spokes', routes: [{ cidr: '0.0.0.0/0', vpc: 'firewall' }] },
        { name: 'inspected', routes: [{ cidr: '0.0.0.0/0', vpc: 'egress' }] },
        { name: 'government' },
      ],
    },
    inspection: { atHub: { associate: 'inspected' }, managedRuleGroups: ['MalwareDomainsStrictOrder'] },
    egress: { vpc: 'egress' },
    government: {
      routeTable: 'government',
      vpn: { customerAddress: '203.0.113.10', customerAsn: 65010 },
      announced: ['10.64.32.0/20', '10.64.48.0/24'],
      accepted: ['10.200.0.0/16'],
    },
    names: {
      vpc: 'shared-services',
      endpoints: ['monitoring'],
      allow: ['*.amazonaws.com'],
      forward: [{ domain: 'gnet.example.hk', servers: ['10.200.0.10'] }],
      exceptions: [
        {
          name: 'Agents',
          actions: ['s3:GetObject'],
          resources: ['arn:aws:s3:::agents/*'],
          reason: 'Agents are loaded',
        },
      ],
    },
    flows: [
      ...flows,
      {
        ...flow,
        id: 'portal-to-registry',
        from: 'e-services-prod/application',
        to: 'internet',
        domains: ['a.example.com'],
      },
      { ...flow, id: 'portal-to-metrics', from: 'e-services-prod/application', to: 'shared-services/management' },
      { ...flow, id: 'names-to-government', from: 'shared-services/management', to: 'government-network', ports: [53] },
      { ...flow, id: 'government-to-portal', from: 'government-network', to: 'e-services-prod/application' },
    ],
  };
  return { accounts: input.accounts, network: input.network };
}

const outdir = mkdtempSync(join(tmpdir(), 'lionrock-hub-services-'));
afterAll(() => rmSync(outdir, { recursive: true, force: true }));

const overrides = withServices();
const { ids, ofType, stack } = networkOf('network', overrides);

describe('the hub account', () => {
  test('has a stack for each part of the hub', () => {
    expect(ids).toEqual(expect.arrayContaining(['hub', 'inspection', 'ingress', 'egress', 'government', 'routing']));
  });

  test('holds the firewall at the gateway, in every availability zone', () => {
    const [firewall] = ofType('inspection', 'AWS::NetworkFirewall::Firewall');
    expect(firewall).toMatchObject({ TransitGatewayId: {}, AvailabilityZoneMappings: [{}, {}, {}] });
    expect(claimsOf(stack('inspection')).flows?.map(({ id }) => id)).toEqual(
      expect.arrayContaining(['dmz-to-portal', 'portal-to-registry', 'portal-to-metrics', 'names-to-government']),
    );
  });

  test('lets out by NAT, past block public access, in one direction', () => {
    expect(ofType('egress', 'AWS::EC2::NatGateway')).toHaveLength(3);
    expect(ofType('egress', 'AWS::EC2::VPCBlockPublicAccessExclusion')).toMatchObject(
      Array.from({ length: 3 }, () => ({ InternetGatewayExclusionMode: 'allow-egress' })),
    );
    expect(claimsOf(stack('egress')).flows?.map(({ id }) => id)).toEqual(['portal-to-registry']);
  });

  test('routes the line through the firewall, with what is announced and accepted alone', () => {
    const routes = ofType('routing', 'AWS::EC2::TransitGatewayRoute').map((route) => route['DestinationCidrBlock']);
    expect(routes).toEqual(['0.0.0.0/0', '0.0.0.0/0', '10.64.32.0/20', '10.64.48.0/24', '10.200.0.0/16']);
    expect(ofType('routing', 'AWS::EC2::TransitGatewayRouteTableAssociation')).toHaveLength(6);
    expect(ofType('government', 'AWS::EC2::VPNConnection')).toHaveLength(1);
  });
});

describe('the account of central services', () => {
  const shared = networkOf('shared-services', overrides);

  test('shares endpoints, the DNS firewall and names of the government network', () => {
    expect(shared.ofType('names', 'AWS::Route53Profiles::ProfileResourceAssociation')).toHaveLength(3);
    expect(shared.ofType('names', 'AWS::SSM::Parameter')).toMatchObject([{ Name: '/small/network/profile-id' }]);
    const [endpoint] = shared.ofType('names', 'AWS::EC2::VPCEndpoint');
    expect(JSON.stringify(endpoint?.['PolicyDocument'])).toContain('"Sid":"Agents"');
  });

  test('uses the profile itself, and is routed to the government network', () => {
    expect(shared.ofType('hub-routes', 'AWS::Route53Profiles::ProfileAssociation')).toHaveLength(1);
    const routes = shared.ofType('hub-routes', 'AWS::EC2::Route').map((route) => route['DestinationCidrBlock']);
    expect(routes).toEqual(['10.64.0.0/16', '10.200.0.0/16']);
  });
});

test('a department uses the profile, and is routed to where its flows lead', () => {
  const department = networkOf('e-services-prod', overrides);
  expect(department.ofType('hub-routes', 'AWS::Route53Resolver::FirewallConfig')).toMatchObject([
    { FirewallFailOpen: 'DISABLED' },
  ]);
  const routes = department.ofType('hub-routes', 'AWS::EC2::Route').map((route) => route['DestinationCidrBlock']);
  expect(routes).toEqual(['10.64.0.0/16', '0.0.0.0/0', '10.200.0.0/16']);
});

test('what the templates say is what the flows declare', () => {
  const config = smallConfig(overrides);
  synthesize({ config, profile: profileById(config.profile), configFolder: SMALL_CONFIG_FOLDER, outdir });
  const network = reachabilityOf(readUnit(outdir).graph);
  const ask = (from: string, to: string, port = 443) => network.ask({ from, to, port }).answer;
  expect(ask('e-services-prod/application', 'internet')).toBe('yes');
  expect(ask('e-services-prod/application', 'internet', 80)).toBe('no');
  expect(ask('e-services-prod/application', 'shared-services/management')).toBe('yes');
  expect(ask('shared-services/management', 'e-services-prod/application')).toBe('no');
  expect(ask('internet', 'e-services-prod/data', 15432)).toBe('no');
  const said = network.gaps();
  expect(said.undeclared.filter(({ canBeDeclared }) => canBeDeclared).map(({ from, to }) => `${from} ${to}`)).toEqual(
    [],
  );
  expect(said.impossible.map(({ from, to }) => `${from} ${to}`)).toEqual([]);
});
