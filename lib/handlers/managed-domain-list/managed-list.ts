import type { ResourceWork } from '../custom-resource';
import { textOf } from '../property-text';

/** A domain list, as Route 53 Resolver lists it. */
export interface DomainList {
  readonly Id?: string;
  readonly Name?: string;
  /** There when AWS maintains the list. */
  readonly ManagedOwnerName?: string;
}

/** The one call of Route 53 Resolver that is needed. */
export interface DomainLists {
  listFirewallDomainLists(input: {
    MaxResults: number;
    NextToken?: string;
  }): Promise<{ FirewallDomainLists?: readonly DomainList[]; NextToken?: string }>;
}

/** Finds the id of a list that AWS maintains by its name: ids differ by region. Nothing is made, so nothing goes. */
export function managedList(lists: DomainLists): ResourceWork {
  return {
    id: (properties) => textOf(properties, 'Name'),
    set: async (properties) => ({ ListId: await idOf(textOf(properties, 'Name'), lists) }),
    remove: async () => {},
  };
}

async function idOf(name: string, lists: DomainLists): Promise<string> {
  let next: { NextToken?: string } = {};
  do {
    const page = await lists.listFirewallDomainLists({ MaxResults: 100, ...next });
    const found = page.FirewallDomainLists?.find((list) => list.Name === name && list.ManagedOwnerName);
    if (found?.Id !== undefined) return found.Id;
    next = page.NextToken === undefined ? {} : { NextToken: page.NextToken };
  } while (next.NextToken !== undefined);
  throw new Error(`this region has no managed domain list ${name}`);
}
