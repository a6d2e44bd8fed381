import { asText, Unknown, type Graph, type Resource } from '../../../template';
import type { Choice } from './bounded';
import { networkAcls, openAcl, unknownAcl } from './acls';
import type { Layout } from './layout';
import type { NetworkAcl, Place, RouteTable, Subnet, Target, Vpc } from './model';
import { publicAccessOf } from './public-access';
import { get, keyOf, namedBy, originOf, sourceOf } from './reading';
import { PRECEDENCE, type WrittenRoute } from './compile-routes';
import { destinationOf, WrittenRoutes } from './routes';
import { flag, type SubnetDraft, type VpcDraft } from './survey';

/** VPCs and subnets with their route tables and network ACLs. Places are added later. */
export class Subnets {
  readonly vpcs = new Map<string, Vpc>();
  readonly subnets = new Map<string, Subnet>();
  private readonly members = new Map<string, Subnet[]>();
  private readonly standing = new Map<string, Place[]>();
  private readonly routes: WrittenRoutes;
  private readonly acls: ReadonlyMap<string, NetworkAcl>;
  private readonly tables = new Map<string, RouteTable>();
  private readonly tableOf: ReadonlyMap<string, readonly Association[]>;
  private readonly aclOf: ReadonlyMap<string, readonly Association[]>;

  constructor(private readonly layout: Layout) {
    const { graph, book, passages, survey } = layout;
    this.routes = new WrittenRoutes({ graph, book, passages, vpcAddresses: (key) => layout.vpcAddresses(key) });
    this.acls = networkAcls(graph, book);
    this.tableOf = associations(graph, 'AWS::EC2::SubnetRouteTableAssociation', 'RouteTableId');
    this.aclOf = associations(graph, 'AWS::EC2::SubnetNetworkAclAssociation', 'NetworkAclId');
    for (const vpc of survey.vpcs.values()) this.addVpc(vpc);
    for (const subnet of survey.subnets.values()) this.addSubnet(subnet);
  }

  /** A route table of a VPC, by its key. */
  table(key: string, vpc: VpcDraft): RouteTable {
    const known = this.tables.get(key);
    if (known) return known;
    const [template = '', logicalId = ''] = key.split('#');
    const table = this.routes.table(key, logicalId || key, { template, logicalId }, vpc);
    this.tables.set(key, table);
    return table;
  }

  /** Puts something into the subnet that it is in. */
  place(place: Place): void {
    this.standing.get(place.subnet.key)?.push(place);
  }

  private addVpc({ key, name, origin, resource }: VpcDraft): void {
    const addresses = this.layout.vpcAddresses(key);
    const subnets: Subnet[] = [];
    this.members.set(key, subnets);
    this.vpcs.set(key, { key, name, origin, known: resource !== undefined, addresses, subnets });
  }

  private addSubnet(draft: SubnetDraft): void {
    const vpc = this.vpcs.get(draft.vpc.key);
    if (!vpc) return;
    const { key, name, origin, resource } = draft;
    const places: Place[] = [];
    this.standing.set(key, places);
    const subnet: Subnet = {
      key,
      name,
      origin,
      vpc,
      places,
      zone: resource && zoneOf(resource),
      addresses: this.layout.subnetAddresses(draft),
      tables: this.tablesOf(draft),
      acls: this.aclsOf(draft),
      mapsPublicAddresses: resource ? (flag(resource, 'MapPublicIpOnLaunch') ?? false) : 'unknown',
      publicAccess: publicAccessOf(this.layout.graph, draft),
    };
    this.subnets.set(key, subnet);
    this.members.get(vpc.key)?.push(subnet);
  }

  private tablesOf(draft: SubnetDraft): Choice<RouteTable> {
    const { vpc, resource } = draft;
    const main = (): RouteTable =>
      this.routes.table(`main of ${vpc.key}`, `main route table of ${vpc.name}`, vpc.origin, vpc);
    if (draft.gateway) return { options: [this.regionalTable(draft, draft.gateway)], reasons: [] };
    if (!resource) return this.unknownTable(draft);
    const own = this.tableOf.get(draft.key) ?? [];
    const options = own.map(({ key }) => this.table(key, vpc));
    const strange = own.filter(({ reason }) => reason !== undefined).map(({ reason }) => reason ?? '');
    if (strange.length > 0) return this.unknownTable(draft, strange);
    if (own.length === 0) return { options: [main()], reasons: [] };
    if (own.length === 1 && own[0]?.sure === true) return { options, reasons: [] };
    const reasons = [`which route table ${draft.name} has is decided at deployment`];
    return { options: own.some(({ sure }) => sure) ? options : [...options, main()], reasons };
  }

  /**
   * The route table that AWS makes for a regional NAT gateway, in which the way to the internet gateway stands already.
   * Source: Amazon VPC user guide, Regional NAT gateways for automatic multi-AZ expansion.
   */
  private regionalTable({ vpc }: SubnetDraft, gateway: Resource): RouteTable {
    const ways = this.layout.gateways.internet.filter(({ vpcs }) => vpcs.options.includes(vpc.key));
    const reason = `${vpc.name} is not in these templates, nor is its internet gateway`;
    const targets: readonly Target[] = vpc.resource
      ? ways.map(({ key }) => ({ kind: 'internet-gateway', key }))
      : [{ kind: 'unresolved', reason }];
    const origin = originOf(gateway);
    const routes = targets.map((target) => ({
      ...destinationOf('0.0.0.0/0', gateway, this.layout.book),
      target,
      origin,
      sure: targets.length === 1,
      overridesLocal: false,
    }));
    return this.routes.table(keyOf(gateway), gateway.logicalId, origin, vpc, routes);
  }

  /**
   * Every table has the route within its VPC, and it need not be the one that is taken: a table that nobody shows may lead a
   * subnet's addresses through an appliance. Source: Amazon VPC user guide, Subnet route tables.
   */
  private unknownTable(
    draft: SubnetDraft,
    reasons = [`the routes of ${draft.name} are not in these templates`],
  ): Choice<RouteTable> {
    const [reason = ''] = reasons;
    const anywhere: WrittenRoute = {
      target: { kind: 'unresolved', reason },
      origin: draft.origin,
      destination: 'anywhere',
      matches: { may: this.layout.book.space.all, must: [], reasons },
      prefix: undefined,
      precedence: PRECEDENCE.fixed,
      sure: true,
      overridesLocal: true,
    };
    const key = `unknown table of ${draft.key}`;
    return {
      options: [this.routes.table(key, 'unknown route table', draft.origin, draft.vpc, [anywhere])],
      reasons: [],
    };
  }

  private aclsOf(draft: SubnetDraft): Choice<NetworkAcl> {
    const { book } = this.layout;
    // Network ACLs are those of subnets, and a regional NAT gateway is in none.
    if (draft.gateway) return { options: [], reasons: [] };
    if (!draft.resource) {
      const reason = `the network ACL of ${draft.name} is not in these templates`;
      return { options: [unknownAcl(book, `acl of ${draft.key}`, reason)], reasons: [] };
    }
    const open = (): NetworkAcl => openAcl(book, `default acl of ${draft.vpc.key}`, draft.vpc.origin);
    const own = this.aclOf.get(draft.key) ?? [];
    const options = own.map(({ key, reason }) => this.acls.get(key) ?? this.foreignAcl(key, reason, draft));
    if (own.length === 0) return { options: [open()], reasons: [] };
    if (own.length === 1 && own[0]?.sure === true) return { options, reasons: [] };
    const reasons = [`which network ACL ${draft.name} has is decided at deployment`];
    return { options: own.some(({ sure }) => sure) ? options : [...options, open()], reasons };
  }

  private foreignAcl(key: string, reason: string | undefined, draft: SubnetDraft): NetworkAcl {
    if (key.endsWith('.DefaultNetworkAcl')) return openAcl(this.layout.book, key, draft.vpc.origin);
    return unknownAcl(this.layout.book, key, reason ?? `network ACL ${key} is not in these templates`);
  }
}

interface Association {
  readonly key: string;
  readonly sure: boolean;
  readonly reason?: string;
}

function associations(graph: Graph, type: string, property: string): ReadonlyMap<string, readonly Association[]> {
  const found = new Map<string, Association[]>();
  for (const resource of graph.ofType(type)) {
    const subnets = namedBy(resource.properties['SubnetId'], resource);
    const named = namedBy(resource.properties[property], resource);
    for (const subnet of subnets) {
      const list = found.get(subnet.key) ?? [];
      const sure = subnets.length === 1 && named.length === 1 && existsWith(graph, subnet.key, resource);
      list.push(...named.map(({ key, reason }) => ({ key, sure, ...(reason === undefined ? {} : { reason }) })));
      found.set(subnet.key, list);
    }
  }
  return found;
}

/** Whether `companion` exists wherever the resource of a key does. */
function existsWith(graph: Graph, key: string, companion: Resource): boolean {
  if (companion.condition === undefined && graph.standsAlone(companion.template)) return true;
  const owner = graph.templates.flatMap((template) => {
    const resource = template.resource(key.split('#')[1] ?? '');
    return resource && keyOf(resource) === key ? [resource] : [];
  })[0];
  return owner !== undefined && graph.accompanies(owner, companion) === true;
}

/** The availability zone, as far as two can be compared. */
function zoneOf(resource: Resource): string | undefined {
  const value = get(resource, 'AvailabilityZone') ?? get(resource, 'AvailabilityZoneId');
  const text = asText(value);
  if (text !== undefined) return text;
  if (!(value instanceof Unknown)) return undefined;
  const { account, region, path } = resource.template;
  return value.source === undefined ? `${account ?? path} ${region ?? ''} ${value.reason}` : sourceOf(value, resource);
}
