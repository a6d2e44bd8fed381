import { asBoolean, asText, type Graph, type Resource } from '../../../template';
import { announcedBy } from './announced';
import type { Choice } from './bounded';
import { compileRoutes, PRECEDENCE, routeTable, type WrittenRoute } from './compile-routes';
import { thingOf } from './gateways';
import { attachmentsLookedUp } from './attachment-lookups';
import type { Layout } from './layout';
import type { RouteTable, Subnet, Thing, TransitAttachment, TransitGateway } from './model';
import { get, keyOf, namedBy, namedByArn, originOf, plainKey, type Named } from './reading';
import { destinationOf } from './routes';
import { resourceOf, transitAttachmentsOf, type AttachmentDraft } from './transit-attachments';
import { unknownTable } from './unknown-table';

/** Transit gateways with their attachments and route tables, those that are only named by an id included. */
export function transitGatewaysOf(
  layout: Layout,
  subnets: ReadonlyMap<string, Subnet>,
): ReadonlyMap<string, TransitGateway> {
  return new TransitReader(layout, subnets).gateways();
}

class TransitReader {
  private readonly graph: Graph;
  private readonly drafts: readonly AttachmentDraft[];
  private readonly written = new Map<string, WrittenRoute[]>();
  private readonly compiled = new Map<string, RouteTable>();
  private readonly lookedUp: ReadonlyMap<string, string>;
  private readonly associated: ReadonlyMap<string, readonly Named[]>;

  constructor(
    private readonly layout: Layout,
    subnets: ReadonlyMap<string, Subnet>,
  ) {
    this.graph = layout.graph;
    this.drafts = transitAttachmentsOf(layout, subnets);
    this.lookedUp = attachmentsLookedUp(this.graph, this.drafts);
    this.associated = this.associations();
    for (const route of this.graph.ofType('AWS::EC2::TransitGatewayRoute')) this.readStatic(route);
    for (const entry of this.graph.ofType('AWS::EC2::TransitGatewayRouteTablePropagation')) this.readPropagation(entry);
    this.readDefaults();
    this.readCorePeerings();
  }

  gateways(): ReadonlyMap<string, TransitGateway> {
    const gateways = new Map<string, TransitGateway>();
    const named = new Map<string, Thing>();
    for (const resource of this.graph.ofType('AWS::EC2::TransitGateway')) named.set(keyOf(resource), thingOf(resource));
    for (const draft of this.drafts) {
      if (!named.has(draft.gateway))
        named.set(draft.gateway, { ...draft, key: draft.gateway, name: plainKey(draft.gateway) });
    }
    for (const [key, thing] of named) {
      const resource = this.resourceOf(key);
      const attachments = this.drafts.filter((draft) => draft.gateway === key).map((draft) => this.attachment(draft));
      const groupReferences =
        resource !== undefined && asText(get(resource, 'SecurityGroupReferencingSupport')) === 'enable';
      gateways.set(key, { ...thing, known: resource !== undefined, attachments, groupReferences });
    }
    return gateways;
  }

  private attachment(draft: AttachmentDraft): TransitAttachment {
    return { ...draft, tables: this.tablesOf(draft) };
  }

  private tablesOf({ key, gateway, name, resource, kind }: AttachmentDraft): Choice<RouteTable> {
    const transit = this.resourceOf(gateway);
    if (!transit) {
      const reason = `transit gateway ${plainKey(gateway)} is not in these templates`;
      return { options: [unknownTable(this.layout.book, `${gateway} unknown`, resource, reason)], reasons: [] };
    }
    const own = (this.associated.get(key) ?? []).filter((table) =>
      this.gatewayOf(table.key) !== undefined ? this.gatewayOf(table.key) === gateway : true,
    );
    const byDefault = asText(get(transit, 'DefaultRouteTableAssociation')) ?? 'enable';
    if (own.length === 0 && kind === 'outside' && byDefault === 'disable') {
      // Neither VPN connections nor Direct Connect gateways tell templates the id of their attachment.
      const reason = `which route table ${name} is associated with is not in these templates`;
      return { options: [unknownTable(this.layout.book, `unknown table of ${key}`, resource, reason)], reasons: [] };
    }
    if (own.length === 0)
      return byDefault === 'disable'
        ? { options: [], reasons: [] }
        : { options: [this.table(`${gateway}.default`, transit)], reasons: [] };
    const options = own.map((table) =>
      table.reason === undefined
        ? this.table(table.key, transit)
        : unknownTable(this.layout.book, table.key, resource, table.reason),
    );
    return {
      options,
      reasons: own.length > 1 ? [`which route table ${name} is associated with is decided at deployment`] : [],
    };
  }

  private table(key: string, transit: Resource): RouteTable {
    const known = this.compiled.get(key);
    if (known) return known;
    const resource = this.resourceOf(key);
    const origin = originOf(resource ?? transit);
    const name = resource?.logicalId ?? `default route table of ${transit.logicalId}`;
    const table = routeTable({ key, name, origin }, compileRoutes(this.written.get(key) ?? []));
    this.compiled.set(key, table);
    return table;
  }

  private associations(): ReadonlyMap<string, readonly Named[]> {
    const found = new Map<string, Named[]>();
    for (const resource of this.graph.ofType('AWS::EC2::TransitGatewayRouteTableAssociation')) {
      const tables = namedBy(resource.properties['TransitGatewayRouteTableId'], resource);
      for (const { key } of this.attachmentsOf(resource)) {
        found.set(key, [...(found.get(key) ?? []), ...tables]);
      }
    }
    return found;
  }

  /** Attachments that an association, route or propagation names, by their ids or as looked up at deployment. */
  private attachmentsOf(resource: Resource): readonly Named[] {
    return namedBy(resource.properties['TransitGatewayAttachmentId'], resource).map((named) => {
      const key = this.lookedUp.get(named.key);
      return key === undefined ? named : { key };
    });
  }

  private readStatic(resource: Resource): void {
    const tables = namedBy(resource.properties['TransitGatewayRouteTableId'], resource);
    const attachments = this.attachmentsOf(resource);
    const dark = asBoolean(get(resource, 'Blackhole')) === true;
    const targets = dark
      ? [{ kind: 'nowhere', why: 'it is a blackhole' } as const]
      : attachments.map(({ key }) => ({ kind: 'attachment', key }) as const);
    const destination = destinationOf(get(resource, 'DestinationCidrBlock'), resource, this.layout.book);
    const sure = tables.length === 1 && targets.length === 1 && resource.condition === undefined;
    for (const target of targets) {
      const route = { ...destination, target, origin: originOf(resource), sure, overridesLocal: true };
      for (const { key } of tables) this.add(key, route);
    }
  }

  private readPropagation(resource: Resource): void {
    const tables = namedBy(resource.properties['TransitGatewayRouteTableId'], resource);
    for (const { key } of this.attachmentsOf(resource)) {
      const draft = this.drafts.find((item) => item.key === key);
      for (const table of tables)
        if (draft) this.propagate(table.key, draft, resource, resource.condition === undefined);
    }
  }

  /** Attachments of a transit gateway with default propagation announce themselves in its default table. */
  private readDefaults(): void {
    for (const draft of this.drafts) {
      const transit = this.resourceOf(draft.gateway);
      if (!transit || asText(get(transit, 'DefaultRouteTablePropagation')) === 'disable') continue;
      this.propagate(`${draft.gateway}.default`, draft, draft.resource, draft.resource.condition === undefined);
    }
  }

  /** A table that is attached to a core network learns the routes of a segment at run time. */
  private readCorePeerings(): void {
    for (const resource of this.graph.ofType('AWS::NetworkManager::TransitGatewayRouteTableAttachment')) {
      const reason = `what ${resource.logicalId} propagates is announced at run time`;
      for (const { key } of namedByArn(resource.properties['TransitGatewayRouteTableArn'], resource)) {
        this.add(key, {
          target: { kind: 'attachment', key: keyOf(resource) },
          origin: originOf(resource),
          destination: 'propagated routes',
          matches: { may: this.layout.book.space.all, must: [], reasons: [reason] },
          prefix: undefined,
          precedence: PRECEDENCE.propagated,
          sure: false,
          overridesLocal: true,
        });
      }
    }
  }

  private propagate(table: string, draft: AttachmentDraft, by: Resource, sure: boolean): void {
    const target = { kind: 'attachment', key: draft.key } as const;
    for (const route of announcedBy(this.layout, draft)) {
      const own = { ...route, sure: route.sure && sure };
      this.add(table, { ...own, target, origin: originOf(by), overridesLocal: true });
    }
  }

  private add(key: string, route: WrittenRoute): void {
    const routes = this.written.get(key);
    if (routes) routes.push(route);
    else this.written.set(key, [route]);
  }

  private gatewayOf(table: string): string | undefined {
    const resource = this.resourceOf(table);
    return resource && namedBy(resource.properties['TransitGatewayId'], resource)[0]?.key;
  }

  private resourceOf(key: string): Resource | undefined {
    return resourceOf(this.graph, key);
  }
}
