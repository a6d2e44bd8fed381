import { family } from '../address';
import { blocksOfVpc, named, type Subnet, type Topology, type Vpc } from '../topology';
import { aclChains, FROM_AFAR, groupChains } from './filters';
import {
  egressOnlySpace,
  EVERYWHERE,
  gatewaySpace,
  hostSpace,
  INTERNET,
  natSpace,
  subnetSpace,
  vpcSpace,
} from './names';
import type { PlanDraft } from './plan';

/** Lays out one VPC: its local route, subnets, instances, NAT gateways and internet gateway. */
export function addVpc(draft: PlanDraft, topology: Topology, vpc: Vpc): void {
  for (const cidr of EVERYWHERE) draft.blackhole(vpcSpace(vpc.name), cidr);
  for (const subnet of topology.subnets) if (subnet.vpc === vpc.name) addSubnet(draft, topology, vpc, subnet);
  if (vpc.internetGateway) addInternetGateway(draft, topology, vpc);
  if (vpc.egressOnly) addEgressOnly(draft, vpc);
}

function addSubnet(draft: PlanDraft, topology: Topology, vpc: Vpc, subnet: Subnet): void {
  const space = subnetSpace(subnet.name);
  const [up, down] = draft.link(space, vpcSpace(vpc.name));
  for (const cidr of blocksOfVpc(vpc)) draft.route(space, cidr, up);
  for (const cidr of [subnet.cidr, ...some(subnet.six)]) {
    draft.route(vpcSpace(vpc.name), cidr, down);
    draft.blackhole(space, cidr);
  }
  const ports: string[] = [];
  for (const { name, address, six, groups, ...instance } of topology.instances) {
    if (instance.subnet !== subnet.name) continue;
    ports.push(addPort(draft, subnet, hostSpace(name), [address, ...some(six)]).port);
    draft.rules(hostSpace(name), ...groupChains(topology, groups));
  }
  for (const { name, address, ...nat } of topology.nats) {
    if (nat.subnet !== subnet.name) continue;
    const { port, device } = addPort(draft, subnet, natSpace(name), [address]);
    ports.push(port);
    draft.rules(natSpace(name), ...aclChains(topology, subnet.acl), ...translation(device, address));
  }
  // What goes from port to port, or comes from a transit gateway's interface to a port, never crosses the boundary.
  draft.rules(
    space,
    ...aclChains(topology, subnet.acl),
    'chain forward { type filter hook forward priority 0; policy accept;',
    `iifname ${up} jump inbound`,
    ...(ports.length > 0 ? [`oifname { ${ports.join(', ')} } accept`] : []),
    'jump outbound',
    '}',
  );
}

/** Joins an interface with addresses to a subnet. */
function addPort(
  draft: PlanDraft,
  subnet: Subnet,
  space: string,
  addresses: readonly string[],
): { readonly port: string; readonly device: string } {
  const [port, device] = draft.link(subnetSpace(subnet.name), space);
  draft.address(space, ...addresses);
  for (const cidr of EVERYWHERE) draft.route(space, cidr, device);
  for (const address of addresses) draft.route(subnetSpace(subnet.name), one(address), port);
  return { port, device };
}

function one(address: string): string {
  return `${address}/${family(address) === 4 ? 32 : 128}`;
}

function some(text: string | undefined): readonly string[] {
  return text === undefined ? [] : [text];
}

/** A NAT gateway: what comes by a route is sent on under its own address; only answers come back. */
function translation(device: string, address: string): readonly string[] {
  return [
    'chain crossing { type filter hook prerouting priority -300; policy accept;',
    `iifname != ${device} jump inbound`,
    '}',
    'chain input { type filter hook input priority 0; policy drop; }',
    'chain forward { type filter hook forward priority 0; policy drop;',
    'ct state established,related accept',
    `iifname != ${device} ct state new accept`,
    '}',
    'chain translate { type nat hook postrouting priority 100; policy accept;',
    `oifname ${device} snat ip to ${address}`,
    '}',
  ];
}

/**
 * Public and private addresses are exchanged one for one, without state. Who has no public address does not get out. IPv6
 * addresses are public, and pass as they are.
 */
function addInternetGateway(draft: PlanDraft, topology: Topology, vpc: Vpc): void {
  const space = gatewaySpace(vpc.name);
  const [up] = draft.link(space, vpcSpace(vpc.name));
  const [out, down] = draft.link(space, INTERNET);
  for (const cidr of blocksOfVpc(vpc)) draft.route(space, cidr, up);
  for (const cidr of EVERYWHERE) draft.route(space, cidr, out);
  for (const cidr of some(vpc.six)) draft.route(INTERNET, cidr, down);
  const holders = [...topology.instances, ...topology.nats].filter(
    ({ publicAddress, subnet }) => publicAddress !== undefined && named(topology.subnets, subnet).vpc === vpc.name,
  );
  for (const { publicAddress } of holders) draft.route(INTERNET, `${publicAddress}/32`, down);
  const inward = holders.map(({ address, publicAddress }) => `${publicAddress} : ${address}`);
  const outward = holders.map(({ address, publicAddress }) => `${address} : ${publicAddress}`);
  const known = holders.map(({ address }) => address).join(', ');
  const exchange =
    holders.length === 0
      ? ['meta nfproto ipv4 drop']
      : [
          `iifname ${out} ip daddr set ip daddr map { ${inward.join(', ')} } accept`,
          `ip saddr != { ${known} } drop`,
          `ip saddr set ip saddr map { ${outward.join(', ')} }`,
        ];
  const foreign = vpc.six === undefined ? 'meta nfproto ipv6 drop' : `iifname != ${out} ip6 saddr != ${vpc.six} drop`;
  draft.rules(
    space,
    'chain exchange { type filter hook prerouting priority 0; policy accept;',
    foreign,
    `iifname ${out} ip6 dscp set ${FROM_AFAR}`,
    ...exchange,
    '}',
  );
}

/** Lets the VPC's own IPv6 addresses out, and answers in. They come back this way where there is no internet gateway. */
function addEgressOnly(draft: PlanDraft, { name, six, internetGateway }: Vpc): void {
  const space = egressOnlySpace(name);
  const [up] = draft.link(space, vpcSpace(name));
  const [out, down] = draft.link(space, INTERNET);
  draft.route(space, '::/0', out);
  for (const cidr of some(six)) {
    draft.route(space, cidr, up);
    if (!internetGateway) draft.route(INTERNET, cidr, down);
    draft.rules(
      space,
      'chain forward { type filter hook forward priority 0; policy drop;',
      'ct state established,related accept',
      `oifname ${out} ip6 saddr ${cidr} ct state new accept`,
      '}',
    );
  }
}
