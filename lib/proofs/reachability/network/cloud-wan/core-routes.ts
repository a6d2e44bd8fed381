import { asText, type Resource } from '../../../../template';
import { announcedBy } from '../announced';
import { PRECEDENCE, type WrittenRoute } from '../compile-routes';
import type { Layout } from '../layout';
import type { Target } from '../model';
import { namedBy, originOf } from '../reading';
import { destinationOf } from '../routes';
import type { CoreDraft } from './core-attachments';
import type { CorePolicy, Names, Segment, SegmentAction } from './core-policy';
import type { Membership } from './membership';

/** An attachment and where its policy puts it. */
export interface Member {
  readonly draft: CoreDraft;
  readonly membership: Membership;
}

type Action<Kind extends SegmentAction['action']> = Extract<SegmentAction, { readonly action: Kind }>;

/** The routes of one core network's segments and network function groups. */
export class CoreRoutes {
  constructor(
    private readonly layout: Layout,
    private readonly core: Resource,
    private readonly policy: CorePolicy,
    private readonly members: readonly Member[],
    /** Routes of every segment that lead to transit gateways, and are told at run time. */
    private readonly peered: readonly WrittenRoute[],
  ) {}

  /**
   * Of a segment: to its own attachments unless it isolates them, to those of segments that it shares with, and static ones.
   * Sharing does not go on from segment to segment, and static routes are not shared.
   * Source: AWS Cloud WAN, Core network policy version parameters; Add a segment action.
   */
  ofSegment(name: string): readonly WrittenRoute[] {
    const { actions, segments } = this.policy;
    const own = segments.find((segment) => segment.name === name);
    const shared = segments.filter(
      (other) => other.name !== name && this.isShared(name, other.name) && admits(own, other),
    );
    return [
      ...(own?.isolated === false ? this.toSegment(name) : []),
      ...shared.flatMap((other) => this.toSegment(other.name)),
      ...actions.flatMap((action) =>
        action.action === 'create-route' && action.segment === name ? this.written(action) : [],
      ),
      ...actions.flatMap((action) => (action.action === 'send-via' ? this.sentVia(action, name) : [])),
      ...actions.flatMap((action) =>
        action.action === 'send-to' && action.segment === name ? this.sentTo(action) : [],
      ),
      ...this.peered,
    ];
  }

  /** Of a network function group: to all that sends by way of it. */
  ofGroup(name: string): readonly WrittenRoute[] {
    const sending = this.policy.actions.flatMap((action) => {
      if ((action.action !== 'send-via' && action.action !== 'send-to') || !action.groups.includes(name)) return [];
      return action.action === 'send-to' ? [action.segment] : [action.segment, ...this.targetsOf(action)];
    });
    return [...new Set(sending)].flatMap((segment) => this.toSegment(segment));
  }

  private isShared(a: string, b: string): boolean {
    return this.policy.actions.some(
      (action) =>
        action.action === 'share' &&
        ((action.segment === a && names(action.with, b)) || (action.segment === b && names(action.with, a))),
    );
  }

  private toSegment(name: string): readonly WrittenRoute[] {
    return this.inSegment(name).flatMap(({ draft, membership }) =>
      announcedBy(this.layout, draft).map((route) => ({
        ...route,
        sure: route.sure && membership.reasons.length === 0 && draft.resource.condition === undefined,
        target: { kind: 'attachment', key: draft.key } as const,
        origin: originOf(draft.resource),
        overridesLocal: true,
      })),
    );
  }

  private inSegment(name: string): readonly Member[] {
    return this.members.filter(({ membership }) => membership.of.some(({ segment }) => segment === name));
  }

  private written({ blocks, destinations }: Action<'create-route'>): readonly WrittenRoute[] {
    const targets = destinations.flatMap((destination): readonly Target[] =>
      asText(destination) === 'blackhole'
        ? [{ kind: 'nowhere', why: 'it is a blackhole' }]
        : namedBy(destination, this.core).map(({ key }) => ({ kind: 'attachment', key })),
    );
    return blocks.flatMap((block) =>
      targets.map((target) => ({
        ...destinationOf(block, this.core, this.layout.book),
        target,
        origin: originOf(this.core),
        sure: true,
        overridesLocal: true,
      })),
    );
  }

  /** Both ways: answers of what was sent come back by the same group. */
  private sentVia(action: Action<'send-via' | 'send-to'>, name: string): readonly WrittenRoute[] {
    const targets = this.targetsOf(action);
    const there = action.segment === name ? targets : targets.includes(name) ? [action.segment] : [];
    return there.flatMap((segment) => this.toSegment(segment)).flatMap((route) => this.byGroup(action.groups, route));
  }

  /** A segment is sent to itself by way of a group only where its attachments have no routes to each other. */
  private targetsOf({ segment, to }: Action<'send-via' | 'send-to'>): readonly string[] {
    return this.policy.segments
      .filter((other) => names(to, other.name) && (other.name !== segment || other.isolated))
      .map((other) => other.name);
  }

  private sentTo({ groups }: Action<'send-via' | 'send-to'>): readonly WrittenRoute[] {
    return ['0.0.0.0/0', '::/0'].flatMap((block) => {
      const route = { ...destinationOf(block, this.core, this.layout.book), origin: originOf(this.core) };
      return this.byGroup(groups, { ...route, target: { kind: 'local' }, sure: true, overridesLocal: true });
    });
  }

  /** A route by way of a group: to its attachment; which one, where it has several, the region decides. */
  private byGroup(groups: readonly string[], route: WrittenRoute): readonly WrittenRoute[] {
    const members = this.members.filter(({ membership }) =>
      membership.of.some(({ group }) => group !== undefined && groups.includes(group)),
    );
    const own = { ...route, precedence: PRECEDENCE.propagated };
    if (members.length === 0) {
      // Source: AWS Cloud WAN, Create an attachment policy: without an attachment of the group, traffic is dropped.
      const why = `network function group ${groups.join(', ')} has no attachment`;
      return [{ ...own, target: { kind: 'nowhere', why } }];
    }
    const isSure = members.length === 1 && members[0]?.membership.reasons.length === 0;
    const reason = `which attachment of ${groups.join(', ')} takes it is decided at deployment`;
    const matches = isSure ? route.matches : { ...route.matches, must: [], reasons: [reason] };
    return members.map(({ draft }) => ({ ...own, matches, target: { kind: 'attachment', key: draft.key } }));
  }
}

/** Whether a list names a segment. */
function names({ except, listed }: Names, name: string): boolean {
  return listed.includes(name) !== except;
}

/** Whether a segment takes routes of another that is shared with it. */
function admits(own: Segment | undefined, { name }: Segment): boolean {
  return own !== undefined && !own.denies.includes(name) && (own.allows?.includes(name) ?? true);
}
