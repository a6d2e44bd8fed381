import { Token } from 'aws-cdk-lib';
import { cidrsOverlap, parseCidr, type Flow } from '../../lib/model';
import type { ZoneModel } from '../../lib/profiles';
import type { ExternalPeer } from './peer';
import { portSpans } from './ports';
import type { AclDirection } from './zone-acl';

/** Ports by which machines are administered: never open to the internet (NET-08). */
const ADMINISTRATIVE_PORTS = [22, 3389];

/** Names of domains are enforced by the firewall at the hub, which lies on the one way out of such a zone. */
export function requireFacing(
  label: string,
  zone: ZoneModel,
  peer: ExternalPeer,
  flow: Flow,
  direction: AclDirection,
): void {
  if (zone.internetFacing || (direction === 'egress' && flow.domains !== undefined)) return;
  throw new Error(
    `${label}: ${peer.name} (${peer.cidrs.join(', ')}) is the internet, and zone ${zone.name} does not face it; ` +
      'expected the addresses of a zone that does, which passes the traffic on, or `domains` that the firewall at the ' +
      'hub holds the zone to',
  );
}

/** @throws Error when a flow from the internet opens a port of administration (NET-08). */
export function requireNoAdministration(label: string, flow: Flow): void {
  const found = portSpans(label, flow.protocol, flow.ports).some((span) =>
    ADMINISTRATIVE_PORTS.some((port) => (span ? span.from <= port && port <= span.to : flow.protocol === 'all')),
  );
  if (!found) return;
  throw new Error(
    `${label} opens an administrative port (${ADMINISTRATIVE_PORTS.join(', ')}) to the internet, expected none ` +
      '(NET-08); administer through Systems Manager sessions',
  );
}

/** Addresses of the VPC itself would open zones of it that the flow does not name. */
export function requireElsewhere(label: string, vpcCidrs: readonly string[], peer: ExternalPeer): void {
  const own = vpcCidrs.flatMap((cidr) => (Token.isUnresolved(cidr) ? [] : (parseCidr(cidr) ?? [])));
  const blocks = [...peer.cidrs, ...(peer.ipv6Cidrs ?? [])].flatMap((cidr) => parseCidr(cidr) ?? []);
  const overlap = blocks.flatMap((block) => {
    const around = own.find((each) => cidrsOverlap(each, block));
    return around ? [{ block, around }] : [];
  })[0];
  if (!overlap) return;
  throw new Error(
    `${label}: ${overlap.block.text} of ${peer.name} overlaps the VPC's own ${overlap.around.text}, expected addresses outside it; ` +
      'for a zone of this VPC pass the zone',
  );
}
