import type { Random } from '../random';
import { named, type Attachment, type Nat, type Route, type RouteTable, type Subnet, type Target } from '../topology';
import type { Ground } from './ground';
import type { Joints } from './joints';
import type { Routing } from './routes';

const EVERYWHERE = '0.0.0.0/0';

export interface Layout {
  readonly joints: Joints;
  readonly routing: Routing;
}

/**
 * Sends the internet traffic of some VPCs to the NAT gateway of one, over the transit gateway: the common pattern of
 * central egress, which chance alone hardly ever puts together. Unchanged when the parts for it are not there.
 */
export function withCentralEgress(random: Random, ground: Ground, layout: Layout): Layout {
  const exit = exitOf(ground, layout);
  if (!exit || !random.chance(0.85)) return layout;
  const { attachment, home, nat } = exit;
  const natTable = named(layout.routing.subnets, nat.subnet).table;
  const homeTable = layout.routing.tables.find(({ vpc, name }) => vpc === attachment.vpc && name !== natTable)?.name;
  const transit: Target = { kind: 'transit', name: attachment.transit };
  const tables = layout.routing.tables.map((table): RouteTable => {
    if (table.name === homeTable) return withRoutes(table, { [EVERYWHERE]: { kind: 'nat', name: nat.name } });
    if (table.name === natTable) {
      return withRoutes(table, { [EVERYWHERE]: { kind: 'internet', name: table.vpc }, '10.0.0.0/8': transit });
    }
    const isSpoke = layout.joints.attachments.some(
      ({ vpc, transit }) => vpc === table.vpc && transit === attachment.transit,
    );
    return isSpoke && random.chance(0.9) ? withRoutes(table, { [EVERYWHERE]: transit }) : table;
  });
  const subnets = layout.routing.subnets.map((subnet) =>
    subnet.name === home.name && homeTable !== undefined ? { ...subnet, table: homeTable } : subnet,
  );
  const transitTables = layout.joints.transitTables.map((table) => {
    if (table.transit !== attachment.transit || table.isDefault) return table;
    const others = table.routes.filter(({ cidr }) => cidr !== EVERYWHERE);
    return { ...table, routes: [...others, { cidr: EVERYWHERE, attachment: attachment.name }] };
  });
  return { joints: { ...layout.joints, transitTables }, routing: { tables, subnets } };
}

interface Exit {
  readonly attachment: Attachment;
  /** Where the attachment stands. */
  readonly home: Subnet;
  readonly nat: Nat;
}

/** An attachment of a VPC whose public NAT gateway stands in another subnet of the same zone. */
function exitOf(ground: Ground, { joints, routing }: Layout): Exit | undefined {
  const exits = joints.attachments.flatMap((attachment): Exit[] => {
    const [first = ''] = attachment.subnets;
    const home = named(routing.subnets, first);
    const nat = ground.nats.find(({ subnet, publicAddress }) => {
      const { vpc, zone } = named(routing.subnets, subnet);
      return publicAddress !== undefined && vpc === home.vpc && subnet !== home.name && zone === home.zone;
    });
    return nat ? [{ attachment, home, nat }] : [];
  });
  return exits[0];
}

/** The table with these routes in place of those to the same blocks, and of those to halves of everything. */
function withRoutes(table: RouteTable, added: Readonly<Record<string, Target>>): RouteTable {
  const gone = [...Object.keys(added), '0.0.0.0/1', '128.0.0.0/1'];
  const kept = table.routes.filter(({ to }) => !('cidr' in to && gone.includes(to.cidr)));
  return {
    ...table,
    routes: [...kept, ...Object.entries(added).map(([cidr, target]): Route => ({ to: { cidr }, target }))],
  };
}
