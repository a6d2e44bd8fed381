import { asNumber, asText, isMap, type Resource, type Value } from '../../../../template';
import { intersectRanges, NONE, subtractRanges, uniteRanges, type Ranges } from '../../packets';
import type { AddressBook } from '../address-book';
import { exactly, type Bounded } from '../bounded';
import { thingOf } from '../gateways';
import { at, get, type Item } from '../reading';
import type { Passed } from './relay';

/** Target groups to which a listener leads some of its clients. */
export interface Forward {
  /** Values that name target groups, where they are written. */
  readonly groups: readonly Item[];
  readonly at: Resource;
  readonly through: readonly Passed[];
  readonly clients: Bounded<Ranges>;
  readonly reasons: readonly string[];
}

/**
 * Where a listener's rules, first match first, and then its default action lead. Of the conditions, addresses of clients
 * decide; whatever else a request has to have, a client can give it.
 */
export function forwardsOf(
  listener: Resource,
  rules: readonly { readonly resource: Resource; readonly reasons: readonly string[] }[],
  book: AddressBook,
): readonly Forward[] {
  let left: Bounded<Ranges> = exactly(book.space.all);
  const forwards: Forward[] = [];
  const ordered = rules.toSorted((a, b) => priorityOf(a.resource) - priorityOf(b.resource));
  for (const { resource, reasons } of ordered) {
    const { clients, isAll } = clientsOf(resource, book);
    const own = meet(clients, left);
    const rule = {
      ...thingOf(resource),
      name: `rule ${resource.logicalId}`,
      why: `applies${asked(resource, 'Actions[]')}`,
    };
    forwards.push({ groups: groupsOf(resource, 'Actions[]'), at: resource, through: [rule], clients: own, reasons });
    if (isAll) left = without(left, clients, reasons.length === 0 && Number.isFinite(priorityOf(resource)));
  }
  const groups = groupsOf(listener, 'DefaultActions[]');
  const asking = asked(listener, 'DefaultActions[]');
  const through = asking === '' ? [] : [{ ...thingOf(listener), name: 'default action', why: `applies${asking}` }];
  return [...forwards, { groups, at: listener, through, clients: left, reasons: [] }];
}

function priorityOf(rule: Resource): number {
  return asNumber(get(rule, 'Priority')) ?? Infinity;
}

/** Clients that a rule's conditions admit by address, and whether those conditions are all that it has. */
function clientsOf(rule: Resource, book: AddressBook): { clients: Bounded<Ranges>; isAll: boolean } {
  let clients: Bounded<Ranges> = exactly(book.space.all);
  let isAll = true;
  for (const { value, sure } of at(rule.properties, 'Conditions[]')) {
    const values = at(value, 'SourceIpConfig.Values[]');
    if (values.length === 0) {
      isAll = false;
      continue;
    }
    const parts = values.map((item) => book.addresses(item.value, rule));
    const certain = sure && values.every((item) => item.sure);
    const reasons = certain ? [] : [`which clients ${rule.logicalId} is for is decided at deployment`];
    clients = meet(clients, {
      may: certain ? uniteRanges(...parts.map(({ may }) => may)) : book.space.all,
      must: certain ? uniteRanges(NONE, ...parts.map(({ must }) => must)) : NONE,
      reasons: [...reasons, ...parts.flatMap((part) => part.reasons)],
    });
  }
  return { clients, isAll };
}

function meet(a: Bounded<Ranges>, b: Bounded<Ranges>): Bounded<Ranges> {
  const reasons = [...new Set([...a.reasons, ...b.reasons])];
  return { may: intersectRanges(a.may, b.may), must: intersectRanges(a.must, b.must), reasons };
}

/** What is left for the rules behind one that takes these clients. */
function without(left: Bounded<Ranges>, taken: Bounded<Ranges>, sure: boolean): Bounded<Ranges> {
  const reasons = [...new Set([...left.reasons, ...taken.reasons])];
  const may = sure ? subtractRanges(left.may, taken.must) : left.may;
  return { may, must: subtractRanges(left.must, taken.may), reasons };
}

function groupsOf(resource: Resource, path: string): readonly Item[] {
  return at(resource.properties, path).flatMap((action) => {
    const weighted = at(action.value, 'ForwardConfig.TargetGroups[]').filter(
      ({ value }) => !isMap(value) || asNumber(value['Weight']) !== 0,
    );
    const several = weighted.flatMap((item) => at(item.value, 'TargetGroupArn').map((own) => both(item, own)));
    return [...at(action.value, 'TargetGroupArn'), ...several].map((item) => both(action, item));
  });
}

function both(outer: Item, inner: Item): Item {
  return { value: inner.value, sure: outer.sure && inner.sure };
}

/** What is asked of a client first, in words. */
function asked(resource: Resource, path: string): string {
  const types = at(resource.properties, path).map(
    ({ value }) => asText((isMap(value) ? value['Type'] : value) as Value) ?? '',
  );
  return types.some((type) => /^(authenticate-|jwt-)/.test(type))
    ? ', and depends on who the client is (it authenticates)'
    : '';
}
