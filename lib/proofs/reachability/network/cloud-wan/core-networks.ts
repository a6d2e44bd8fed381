import type { Resource } from '../../../../template';
import type { Choice } from '../bounded';
import { compileRoutes, PRECEDENCE, routeTable, type WrittenRoute } from '../compile-routes';
import { thingOf } from '../gateways';
import type { Layout } from '../layout';
import type { RouteTable, Subnet, TransitGateway } from '../model';
import { namedBy, originOf, plainKey } from '../reading';
import { resourceOf } from '../transit-attachments';
import { unknownTable } from '../unknown-table';
import { coreAttachments, type CoreDraft } from './core-attachments';
import { corePolicyOf } from './core-policy';
import { CoreRoutes, type Member } from './core-routes';
import { membershipOf } from './membership';

/**
 * Core networks of Cloud WAN. To packets they are transit gateways whose route tables their policy writes: one for each
 * segment, and one for each network function group.
 */
export function coreNetworksOf(layout: Layout, subnets: ReadonlyMap<string, Subnet>): readonly TransitGateway[] {
  const drafts = coreAttachments(layout.graph, subnets);
  const own = layout.graph.ofType('AWS::NetworkManager::CoreNetwork');
  const keys = new Set([...own.map((resource) => thingOf(resource).key), ...drafts.map(({ gateway }) => gateway)]);
  return [...keys].map((key) => {
    const resource = resourceOf(layout.graph, key);
    const attached = drafts.filter(({ gateway }) => gateway === key);
    return resource ? coreNetwork(layout, resource, attached) : strange(layout, key, attached);
  });
}

/** A core network that is only named. */
function strange({ book }: Layout, key: string, drafts: readonly CoreDraft[]): TransitGateway {
  const name = plainKey(key);
  const reason = `core network ${name} is not in these templates`;
  const attachments = drafts.map((draft) => ({
    ...draft,
    tables: { options: [unknownTable(book, `${key} unknown`, draft.resource, reason)], reasons: [] },
  }));
  const origin = { template: '', logicalId: '' };
  return { key, name, origin, known: false, attachments, groupReferences: false };
}

function coreNetwork(layout: Layout, core: Resource, drafts: readonly CoreDraft[]): TransitGateway {
  const policy = corePolicyOf(core.properties['PolicyDocument']);
  const thing = thingOf(core);
  const unknown = (draft: CoreDraft, reason: string): Choice<RouteTable> => {
    const why = `${core.logicalId}: ${reason}`;
    return { options: [unknownTable(layout.book, `${thing.key} unknown`, draft.resource, why)], reasons: [] };
  };
  if (typeof policy === 'string') {
    const attachments = drafts.map((draft) => ({ ...draft, tables: unknown(draft, policy) }));
    return { ...thing, known: true, attachments, groupReferences: false };
  }
  const members: readonly Member[] = drafts.map((draft) => ({
    draft,
    membership: membershipOf(policy, draft.resource, draft.type),
  }));
  const routes = new CoreRoutes(layout, core, policy, members, peeredRoutes(layout, core));
  const made = new Map<string, RouteTable>();
  const table = (kind: 'segment' | 'group', name: string): RouteTable => {
    const key = `${thing.key} ${kind} ${name}`;
    const known = made.get(key);
    if (known) return known;
    const written = kind === 'segment' ? routes.ofSegment(name) : routes.ofGroup(name);
    const own = routeTable(
      { key, name: `${kind} ${name} of ${core.logicalId}`, origin: thing.origin },
      compileRoutes(written),
    );
    made.set(key, own);
    return own;
  };
  const attachments = members.map(({ draft, membership: { of, reasons } }) => {
    if (of.length === 0 && reasons.length > 0) return { ...draft, tables: unknown(draft, reasons.join('; ')) };
    const options = of.map((own) =>
      own.segment === undefined ? table('group', own.group) : table('segment', own.segment),
    );
    return { ...draft, tables: { options, reasons } };
  });
  return { ...thing, known: true, attachments, groupReferences: policy.groupReferences };
}

/** Where route tables of a transit gateway are attached, both sides tell each other their routes at run time. */
function peeredRoutes({ graph, book }: Layout, core: Resource): readonly WrittenRoute[] {
  return graph.ofType('AWS::NetworkManager::TransitGatewayRouteTableAttachment').flatMap((attachment) =>
    namedBy(attachment.properties['PeeringId'], attachment)
      .filter(({ key }) => {
        const peering = resourceOf(graph, key);
        return (
          !peering || namedBy(peering.properties['CoreNetworkId'], peering).some((own) => own.key === thingOf(core).key)
        );
      })
      .map(() => ({
        target: { kind: 'attachment', key: thingOf(attachment).key } as const,
        origin: originOf(attachment),
        destination: 'propagated routes',
        matches: {
          may: book.space.all,
          must: [],
          reasons: [`what ${attachment.logicalId} propagates is announced at run time`],
        },
        prefix: undefined,
        precedence: PRECEDENCE.propagated,
        sure: false,
        overridesLocal: true,
      })),
  );
}
