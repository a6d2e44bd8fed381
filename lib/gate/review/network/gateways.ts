import type { NetworkAttachment, NetworkGateway, NetworkHub } from '../../../model';
import type { AttachmentPart, HubPart, Outline } from '../../../proofs/reachability';
import type { Accounts } from './accounts';
import type { Book } from './book';
import type { Places } from './places';

/** Gateways of VPCs; those that serve none that is known are left out. */
export function gatewaysReview({ gateways }: Outline, places: Places, book: Book): readonly NetworkGateway[] {
  return gateways.flatMap(({ kind, name, origin, vpcs }) => {
    const served = vpcs.flatMap((key) => places.vpc(key) ?? []);
    return served.length === 0 ? [] : [{ kind, name: book.nameOf(origin, name), vpcs: served, ...book.at(origin) }];
  });
}

/** Transit gateways with what is attached to them and where their tables lead. */
export function hubsReview(outline: Outline, places: Places, book: Book, accounts: Accounts): readonly NetworkHub[] {
  return outline.hubs.map((hub) => {
    const tables = new Map(hub.tables.map(({ key, name, origin }) => [key, book.nameOf(origin, name)]));
    return {
      name: book.nameOf(hub.origin, hub.name),
      ...(hub.known ? { account: accounts.of(book.template(hub.origin.template)) } : {}),
      ...book.at(hub.origin),
      attachments: hub.attachments.map((attachment) => attachmentReview(attachment, { outline, places, book, tables })),
      tables: hub.tables.map((table) => ({
        name: book.nameOf(table.origin, table.name),
        ...book.at(table.origin),
        routes: routesOf(table, book),
      })),
    };
  });
}

function routesOf({ routes }: HubPart['tables'][number], book: Book): NetworkHub['tables'][number]['routes'] {
  return routes.map(({ destination, to, origin }) => ({
    destination,
    ...(to === undefined ? {} : { to }),
    ...book.at(origin),
  }));
}

interface Around {
  readonly outline: Outline;
  readonly places: Places;
  readonly book: Book;
  readonly tables: ReadonlyMap<string, string>;
}

function attachmentReview(
  { kind, name, origin, vpc, key, tables: own }: AttachmentPart,
  { outline, places, book, tables }: Around,
): NetworkAttachment {
  const beyond = outline.zones.find((zone) => zone.beyond === key);
  const [vpcAt, place] = [places.vpc(vpc), beyond && places.place(beyond.name)];
  return {
    kind,
    name,
    ...(vpcAt === undefined ? {} : { vpc: vpcAt }),
    ...(place === undefined ? {} : { place }),
    tables: own.flatMap((table) => tables.get(table) ?? []),
    ...book.at(origin),
  };
}
