import { family } from '../address';
import type { Target, Topology, TransitTable } from '../topology';
import { attribute, ref, type Body } from './body';

/** Route tables with their routes and associations. */
export function addTables(body: Body, { tables, subnets }: Topology): void {
  for (const { name, vpc, routes } of tables) {
    body.add(name, 'RouteTable', { VpcId: ref(vpc) });
    routes.forEach(({ to, target }, index) => {
      const destination =
        'cidr' in to
          ? { [family(to.cidr) === 4 ? 'DestinationCidrBlock' : 'DestinationIpv6CidrBlock']: to.cidr }
          : { DestinationPrefixListId: attribute(to.list, 'PrefixListId') };
      const properties = { RouteTableId: ref(name), ...destination, ...targetOf(target) };
      body.add(`${name}Route${index + 1}`, 'Route', properties);
    });
  }
  for (const { name, table } of subnets) {
    if (table === undefined) continue;
    body.add(`${name}Table`, 'SubnetRouteTableAssociation', { SubnetId: ref(name), RouteTableId: ref(table) });
  }
}

function targetOf({ kind, name }: Target): Readonly<Record<string, unknown>> {
  const targets = {
    internet: { GatewayId: ref(`${name}Gateway`) },
    'egress-only': { EgressOnlyInternetGatewayId: ref(`${name}EgressOnly`) },
    nat: { NatGatewayId: ref(name) },
    transit: { TransitGatewayId: ref(name) },
    peering: { VpcPeeringConnectionId: ref(name) },
  };
  return targets[kind];
}

/** Peering connections, transit gateways and their attachments, tables and peerings. */
export function addJoints(body: Body, topology: Topology): void {
  for (const { name, vpcs } of topology.peerings) {
    body.add(name, 'VPCPeeringConnection', { VpcId: ref(vpcs[0]), PeerVpcId: ref(vpcs[1]) });
  }
  for (const { name } of topology.transits) body.add(name, 'TransitGateway', defaults(body, topology, name));
  for (const { name, transit, vpc, subnets, six } of topology.attachments) {
    const type = body.random.pick(['TransitGatewayAttachment', 'TransitGatewayVpcAttachment']);
    const Options = six ? { Options: { Ipv6Support: 'enable' } } : {};
    body.add(name, type, { TransitGatewayId: ref(transit), VpcId: ref(vpc), SubnetIds: subnets.map(ref), ...Options });
  }
  for (const { name, transits } of topology.transitPeerings) {
    body.add(name, 'TransitGatewayPeeringAttachment', {
      TransitGatewayId: ref(transits[0]),
      PeerTransitGatewayId: ref(transits[1]),
      PeerAccountId: ref('AWS::AccountId'),
      PeerRegion: ref('AWS::Region'),
    });
  }
  for (const table of topology.transitTables) if (!table.isDefault) addTransitTable(body, topology, table);
}

/** Enabled is the default of AWS, so it may be left out. */
function defaults(body: Body, { transitTables }: Topology, transit: string): Readonly<Record<string, unknown>> {
  const isDefault = transitTables.some((table) => table.transit === transit && table.isDefault);
  if (isDefault && body.random.chance(0.5)) return {};
  const setting = isDefault ? 'enable' : 'disable';
  return { DefaultRouteTableAssociation: setting, DefaultRouteTablePropagation: setting };
}

function addTransitTable(body: Body, topology: Topology, table: TransitTable): void {
  const { name, transit, associations, propagations, routes } = table;
  const attachment = (name: string): unknown =>
    topology.transitPeerings.some((peering) => peering.name === name)
      ? attribute(name, 'TransitGatewayAttachmentId')
      : ref(name);
  const inTable = { TransitGatewayRouteTableId: ref(name) };
  body.add(name, 'TransitGatewayRouteTable', { TransitGatewayId: ref(transit) });
  for (const other of associations) {
    const properties = { ...inTable, TransitGatewayAttachmentId: attachment(other) };
    body.add(`${name}Association${other}`, 'TransitGatewayRouteTableAssociation', properties);
  }
  for (const other of propagations) {
    const properties = { ...inTable, TransitGatewayAttachmentId: attachment(other) };
    body.add(`${name}Propagation${other}`, 'TransitGatewayRouteTablePropagation', properties);
  }
  routes.forEach(({ cidr, attachment: next }, index) => {
    const way = next === undefined ? { Blackhole: true } : { TransitGatewayAttachmentId: attachment(next) };
    body.add(`${name}Route${index + 1}`, 'TransitGatewayRoute', { ...inTable, DestinationCidrBlock: cidr, ...way });
  });
}
