import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { reachabilityOf } from '../../lib/proofs/reachability';
import { readUnit } from '../../lib/template';
import { networkAssembly } from './support/network-stacks';
import { smallInput, type LandingZoneInput } from './support/small-config';

const SPACE = 'fd12:3456:789a::/48';

/** The VPCs that are named have IPv6. */
function dualStack(names: readonly string[]): LandingZoneInput {
  const input = smallInput();
  input.network.ipv6 = { ipamPoolId: 'ipam-pool-0123456789abcdef0', addressSpace: [SPACE] };
  input.network.networkAclRuleQuota = 40;
  const [spokes] = input.network.hub.routeTables;
  spokes?.routes?.push({ cidr: SPACE, vpc: 'inspection' });
  for (const [index, vpc] of input.accounts.flatMap(({ vpcs = [] }) => vpcs).entries()) {
    if (names.includes(vpc.name ?? 'e-services-prod')) vpc.ipv6 = `fd12:3456:789a:${index + 1}00::/56`;
  }
  return input;
}

type Body = Record<string, { readonly Type: string; readonly Properties: Record<string, unknown> }>;

const IPV4_RULE = /^AWS::EC2::(SecurityGroup(In|E)gress|NetworkAclEntry|Route|TransitGatewayRoute)$/;

const isIpv4 = (block: unknown) => typeof block === 'string' && !block.includes(':');

/** Takes away all that opens the network for IPv4: what passes then passes by IPv6. */
function withoutIpv4(folder: string): void {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.template.json'),
  );
  for (const file of files.map((each) => join(folder, each))) {
    const template = JSON.parse(readFileSync(file, 'utf8')) as { Resources: Body };
    const kept = Object.entries(template.Resources).filter(
      ([, { Type, Properties }]) =>
        !IPV4_RULE.test(Type) ||
        !['CidrIp', 'CidrBlock', 'DestinationCidrBlock'].some((name) => isIpv4(Properties[name])),
    );
    writeFileSync(file, JSON.stringify({ ...template, Resources: Object.fromEntries(kept) }));
  }
}

function passes(folder: string): string[] {
  const { cells } = reachabilityOf(readUnit(folder).graph).matrix();
  return cells
    .flatMap(({ from, to, answer, traffic }) =>
      traffic.map(({ protocol, ports }) => `${from} > ${to}: ${answer} ${protocol} ${ports}`.trim()),
    )
    .toSorted();
}

const INSIDE = [
  'e-services-prod/application > e-services-prod/data: yes tcp 15432',
  'e-services-prod/application > e-services-prod/management: yes tcp 443',
];

test('declared flows pass by IPv6 where both VPCs and the firewall have it, and nothing else does', () => {
  const folder = networkAssembly(dualStack(['perimeter', 'inspection', 'e-services-prod']));
  withoutIpv4(folder);
  expect(passes(folder)).toEqual([...INSIDE, 'perimeter/internet-dmz > e-services-prod/application: yes tcp 443']);
});

test('where the firewall has none, IPv6 stays in the VPC that chose it', () => {
  const folder = networkAssembly(dualStack(['perimeter', 'e-services-prod']));
  expect(
    JSON.stringify(
      readUnit(folder)
        .graph.ofType('AWS::EC2::Route')
        .map(({ properties }) => properties),
    ),
  ).not.toContain('fd12');
  withoutIpv4(folder);
  expect(passes(folder)).toEqual(INSIDE);
});
