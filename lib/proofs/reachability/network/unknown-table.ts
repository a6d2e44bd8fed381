import type { Resource } from '../../../template';
import type { AddressBook } from './address-book';
import { routeTable } from './compile-routes';
import type { RouteTable } from './model';
import { originOf } from './reading';

/** A route table of which nothing is known: it may lead anywhere that its gateway does. */
export function unknownTable(book: AddressBook, key: string, resource: Resource, reason: string): RouteTable {
  const origin = originOf(resource);
  const route = {
    target: { kind: 'unresolved', reason } as const,
    origin,
    destination: 'anywhere',
    addresses: { may: book.space.all, must: [], reasons: [reason] },
  };
  return routeTable({ key, name: 'unknown route table', origin }, [route]);
}
