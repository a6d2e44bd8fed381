import { INTERNET, ipv6OfZone, type ExternalPeer } from '../../constructs/network';
import { stackOfVpc, type AccountConfig, type LandingZoneConfig, type VpcConfig } from '../config';
import { parseCidr, ZonePlaces, type Flow } from '../model';
import type { StackContext } from './context';
import { vpcName } from './names';

/** A VPC of the config and the account that owns it. */
export interface PlannedVpc {
  readonly name: string;
  readonly account: AccountConfig;
  readonly vpc: VpcConfig;
}

/** All VPCs of the landing zone, in the order of the config. */
export function plannedVpcs(config: LandingZoneConfig): PlannedVpc[] {
  return config.accounts.flatMap((account) =>
    account.vpcs.map((vpc) => ({ name: vpcName(account, vpc), account, vpc })),
  );
}

/** VPCs whose way through the hub stands in one of its stacks of routes, which are numbered from 0. */
export function routedVpcs(config: LandingZoneConfig, stack: number): PlannedVpc[] {
  return plannedVpcs(config).filter(
    ({ name, account, vpc }) =>
      vpc.attachment && stackOfVpc({ name, account: account.name, vpc }, config.network.hub) === stack,
  );
}

/** What is planned, and the jurisdiction whose zones it has. */
type PlanContext = Pick<StackContext, 'config' | 'profile'>;

/** One end of a flow between VPCs: the internet, or a zone of a VPC. */
export interface FlowEnd {
  /** Undefined for the internet. */
  readonly vpc: string | undefined;
  readonly zone: string;
  readonly peer: ExternalPeer;
}

/**
 * Reads the end of a flow between VPCs: `internet`, the government network, or `VPC/zone`.
 * @throws Error when there is no such VPC or zone; the config's checks report it before.
 */
export function flowEnd({ config, profile }: PlanContext, text: string): FlowEnd {
  if (text === INTERNET.name) return { vpc: undefined, zone: text, peer: INTERNET };
  const { government } = config.network;
  if (text === government?.name)
    return { vpc: undefined, zone: text, peer: { name: text, cidrs: government.accepted } };
  const [name = '', zone = ''] = text.split('/');
  const vpc = plannedVpcs(config).find((planned) => planned.name === name)?.vpc;
  const cidrs = vpc?.zones[zone];
  if (!vpc || !cidrs)
    throw new Error(`network.flows: found "${text}", expected internet or VPC/zone of a VPC that has the zone`);
  const ipv6Cidrs = ipv6AtHub({ config, profile }, vpc, zone);
  return { vpc: name, zone, peer: { name: text, cidrs, ...(ipv6Cidrs.length > 0 ? { ipv6Cidrs } : {}) } };
}

/** A zone's IPv6 addresses, where the hub leads to them. */
function ipv6AtHub({ config, profile }: PlanContext, vpc: VpcConfig, zone: string): string[] {
  // Asked of every end of every flow: the VPC first, as the hub's answer goes through all of them.
  const block = vpc.attachment && parseCidr(vpc.ipv6 ?? '');
  if (!block || !speaksIpv6(config)) return [];
  const zoneNames = profile.zones.map((each) => each.name);
  return [ipv6OfZone(block, new ZonePlaces(zone, zoneNames), zone)];
}

/** Whether the hub leads by IPv6: the VPC of the firewall states a block of it. */
export function speaksIpv6(config: LandingZoneConfig): boolean {
  const { inspection } = config.network;
  const vpc = plannedVpcs(config).find(({ name }) => name === inspection.vpc)?.vpc;
  return parseCidr(vpc?.ipv6 ?? '') !== undefined;
}

/** Where the flows of a zone lead, over the hub. */
export interface Reach {
  readonly vpcs: boolean;
  readonly internet: boolean;
  readonly government: boolean;
  /** Other VPCs, by IPv6 too. */
  readonly ipv6: boolean;
}

/** Where the flows of a zone lead, over the hub. */
export function reachOf(context: PlanContext, vpc: string, zone: string): Reach {
  const { config } = context;
  const own = `${vpc}/${zone}`;
  const peers = config.network.flows.flatMap(({ from, to }) => (from === own ? [to] : to === own ? [from] : []));
  const isGovernment = (peer: string) => peer === config.network.government?.name;
  const others = peers.filter((peer) => peer !== INTERNET.name && !isGovernment(peer) && !peer.startsWith(`${vpc}/`));
  return {
    vpcs: others.length > 0,
    get ipv6() {
      return others.some((peer) => [own, peer].every((end) => flowEnd(context, end).peer.ipv6Cidrs !== undefined));
    },
    internet: outboundFlows(config).some(({ from }) => from === own),
    government: peers.some(isGovernment),
  };
}

/** The end of a flow in a VPC's own list, as flows between VPCs name it. */
export function qualifiedEnd(vpc: string, text: string): string {
  return text === INTERNET.name || text.includes('/') ? text : `${vpc}/${text}`;
}

/** Flows that leave to the internet through the firewall: those that name domains. */
export function outboundFlows(config: LandingZoneConfig): Flow[] {
  return config.network.flows.filter(({ to, domains }) => to === INTERNET.name && domains !== undefined);
}

/** What constructs are told of a flow besides its ends and ports. Its claim names the ends as the register does. */
export function flowOptions({ id, from, to, reason, protocol, ticket, expires, domains }: Flow) {
  return {
    id,
    ends: { from, to },
    reason,
    protocol,
    ...(ticket === undefined ? {} : { ticket }),
    ...(expires === undefined ? {} : { expires }),
    ...(domains === undefined ? {} : { domains }),
  };
}
