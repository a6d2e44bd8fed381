import { cidrsOverlap, parseCidr, type Flow } from '../../model';
import type { Profile } from '../../profiles';
import type { ProblemDraft } from '../problem';
import type { LandingZoneConfig } from '../schema';
import type { Path } from '../source';
import type { ProfileCheck } from './check';
import { namedVpcs, placedVpc } from './placed-vpc';
import { reference, type Named } from './reference';
import { vpcsOf, type PlacedVpc } from './survey';

/** The way out, the line to the government network, and what all VPCs share have what they need. */
export const checkHubServices: ProfileCheck = (config, profile) => {
  const vpcs = vpcsOf(config);
  return [
    ...egress(config, profile, vpcs),
    ...government(config, vpcs),
    ...firewallTable(config),
    ...names(config, vpcs),
    ...outbound(config, profile, vpcs),
  ];
};

function egress(config: LandingZoneConfig, profile: Profile, vpcs: readonly PlacedVpc[]): readonly ProblemDraft[] {
  const name = config.network.egress?.vpc;
  if (name === undefined) return [];
  const path = ['network', 'egress', 'vpc'];
  const facing = profile.zones.filter((zone) => zone.internetFacing).map((zone) => zone.name);
  const problems = placedVpc(config, path, name, vpcs, facing.length > 0 ? facing : undefined);
  const placed = vpcs.find((each) => each.name === name);
  if (!placed) return problems;
  const lacks = [
    ...(placed.vpc.internetGateway ? [] : ['internetGateway: true']),
    ...(placed.vpc.attachment ? [] : ['an attachment to the hub']),
  ];
  if (lacks.length === 0) return problems;
  return [
    ...problems,
    {
      path,
      message: `the VPC "${name}" cannot lead out to the internet: it lacks ${lacks.join(' and ')}`,
      expected: 'a VPC of its own with an internet gateway, attached to the hub',
      remedy: `add ${lacks.join(' and ')} to it, or name another VPC`,
      dependsOn: [placed.path],
    },
  ];
}

function government(config: LandingZoneConfig, vpcs: readonly PlacedVpc[]): readonly ProblemDraft[] {
  const line = config.network.government;
  if (!line) return [];
  const path = ['network', 'government'];
  const shared = vpcs.find(({ vpc }) => vpc.attachment?.associate === line.routeTable);
  return [
    ...reference([...path, 'routeTable'], line.routeTable, 'a route table of the hub', tablesOf(config)),
    ...(shared
      ? [
          {
            path: [...path, 'routeTable'],
            message: `the route table "${line.routeTable}" decides for the VPC "${shared.name}" too`,
            expected: 'a route table that is the line’s alone',
            remedy: 'add a route table to network.hub.routeTables, and name it here',
            dependsOn: [[...shared.path, 'attachment', 'associate']],
          },
        ]
      : []),
    ...line.accepted.flatMap((text, index) => ownAddresses(text, [...path, 'accepted', index], config)),
  ];
}

/** Who sends from outside with addresses of the network would pass for one of its own. */
function ownAddresses(text: string, path: Path, config: LandingZoneConfig): readonly ProblemDraft[] {
  const block = parseCidr(text);
  const index = config.network.addressSpace.findIndex((own) => {
    const space = parseCidr(own);
    return block && space && cidrsOverlap(block, space);
  });
  if (index < 0) return [];
  return [
    {
      path,
      message: `${text} overlaps the network's own ${config.network.addressSpace[index]}`,
      expected: 'addresses of the other side',
      remedy: 'name the blocks of the government network that are not of this one',
      related: [['network', 'addressSpace', index]],
    },
  ];
}

function firewallTable(config: LandingZoneConfig): readonly ProblemDraft[] {
  const { atHub } = config.network.inspection;
  if (!atHub) return [];
  const path = ['network', 'inspection', 'atHub', 'associate'];
  return reference(path, atHub.associate, 'a route table of the hub', tablesOf(config));
}

function names(config: LandingZoneConfig, vpcs: readonly PlacedVpc[]): readonly ProblemDraft[] {
  const { names: shared } = config.network;
  if (!shared) return [];
  const placed = vpcs.find(({ name }) => name === shared.vpc);
  if (!placed) return reference(['network', 'names', 'vpc'], shared.vpc, 'a VPC', namedVpcs(vpcs));
  const zones = Object.keys(placed.vpc.zones).map((name): Named => ({ name, path: [...placed.path, 'zones', name] }));
  return reference(['network', 'names', 'zone'], shared.zone, `a zone in the VPC "${placed.name}"`, zones);
}

/** A zone that does not face the internet sends there by the names of domains alone, and by the one way out. */
function outbound(config: LandingZoneConfig, profile: Profile, vpcs: readonly PlacedVpc[]): readonly ProblemDraft[] {
  const facing = profile.zones.filter((zone) => zone.internetFacing).map((zone) => zone.name);
  const lists = [
    { flows: config.network.flows, path: ['network', 'flows'] as Path },
    ...vpcs.map(({ vpc, path }) => ({ flows: vpc.flows, path: [...path, 'flows'] })),
  ];
  return lists.flatMap(({ flows, path }) =>
    flows.flatMap((flow, index) =>
      outboundFlow(flow, [...path, index], config, profile.zones.length > 0 ? facing : undefined),
    ),
  );
}

function outboundFlow(
  flow: Flow,
  path: Path,
  config: LandingZoneConfig,
  facing: readonly string[] | undefined,
): readonly ProblemDraft[] {
  const zone = flow.from.split('/').at(-1) ?? '';
  if (flow.to !== 'internet') {
    if (flow.domains === undefined) return [];
    return [
      domainProblem(
        flow,
        [...path, 'domains'],
        `names domains, but leads to ${flow.to}`,
        'no domains, or the end internet',
      ),
    ];
  }
  if (flow.domains === undefined) {
    if (!facing || facing.includes(zone)) return [];
    return [
      domainProblem(
        flow,
        [...path, 'to'],
        `leads from ${flow.from} to the internet without domains`,
        'the domains that it may reach',
      ),
    ];
  }
  if (path[0] !== 'network') {
    return [
      domainProblem(
        flow,
        [...path, 'to'],
        'leads out by the firewall of the network',
        'an entry of network.flows, as VPC/zone',
      ),
    ];
  }
  if (flow.protocol !== 'tcp') {
    return [
      domainProblem(
        flow,
        [...path, 'protocol'],
        `names domains, but speaks ${flow.protocol}`,
        'tcp: names stand in TLS and HTTP',
      ),
    ];
  }
  if (config.network.egress) return [];
  return [domainProblem(flow, [...path, 'to'], 'leads to the internet, but there is no way out', 'network.egress')];
}

function domainProblem(flow: Flow, path: Path, what: string, expected: string): ProblemDraft {
  return {
    path,
    message: `flow "${flow.id}" ${what}`,
    expected,
    remedy: 'correct the flow, or remove it',
    dependsOn: [['network', 'egress']],
  };
}

function tablesOf(config: LandingZoneConfig): readonly Named[] {
  return config.network.hub.routeTables.map(({ name }, index) => ({
    name,
    path: ['network', 'hub', 'routeTables', index, 'name'],
  }));
}
