import { isRegion, type Transfer } from '../../../model';
import type { Profile } from '../../../profiles';
import { asText } from '../../../template';
import type { Egress } from '../judge';
import { UNKNOWN_PLACE } from '../ways';
import { classificationOf } from './classification';
import { namesChannel, namesType } from './mechanism';

/** The transfers that somebody may rely on. */
export interface TransferBook {
  readonly profile: Profile;
  /** The register, which decides; undefined when nobody gave one, and what templates claim is all there is. */
  readonly register?: readonly Transfer[] | undefined;
  /** Day of the judgement, as YYYY-MM-DD. */
  readonly today: string;
}

/** What the transfers say of a way out. */
export interface Cover {
  /** `live`: the register lets it; `claimed`: only the template says so; `none`: nobody does. */
  readonly state: 'live' | 'claimed' | 'none';
  readonly transfer?: Transfer;
  /** Why the transfers that come nearest do not cover it. */
  readonly because?: string;
}

/** Which transfer covers a way out. */
export function coverOf(egress: Egress, book: TransferBook): Cover {
  const claims = egress.resource.template.claims?.transfers ?? [];
  if (!book.register) {
    const claim = claims.find((transfer) => matches(transfer, egress, book, true));
    return claim ? { state: 'claimed', transfer: claim } : { state: 'none', ...nearest(claims, egress, book) };
  }
  // Both were read by one schema, which puts their fields in one order.
  const claimed = new Set(claims.map((claim) => JSON.stringify(claim)));
  const matching = book.register.filter((transfer) =>
    matches(transfer, egress, book, claimed.has(JSON.stringify(transfer))),
  );
  const live = matching.find((transfer) => lifeOf(transfer, book.today) === 'live');
  if (live) return { state: 'live', transfer: live };
  const [dead] = matching;
  if (dead) {
    const because =
      lifeOf(dead, book.today) === 'expired'
        ? `transfer ${dead.id} expired on ${dead.expires}`
        : `transfer ${dead.id} begins on ${dead.start}`;
    return { state: 'none', because };
  }
  return { state: 'none', ...nearest(book.register, egress, book) };
}

/** Whether a transfer is in force on a day. */
export function lifeOf({ start, expires }: Transfer, today: string): 'live' | 'not begun' | 'expired' {
  if (today < start) return 'not begun';
  return today > expires ? 'expired' : 'live';
}

function matches(transfer: Transfer, egress: Egress, book: TransferBook, isClaimed: boolean): boolean {
  return goesTo(transfer, egress, isClaimed) && differences(transfer, egress, book).length === 0;
}

/** What else than the destination keeps a transfer from covering a way out. */
function differences(transfer: Transfer, { resource, observed }: Egress, { profile }: TransferBook): readonly string[] {
  const { region } = resource.template;
  const { levels } = profile.classification;
  const held = classificationOf(resource);
  const isAbove = held !== undefined && levels.indexOf(held) > levels.indexOf(transfer.classification);
  const fromElsewhere = region !== undefined && isRegion(transfer.from) && transfer.from !== region;
  return [
    ...(namesType(transfer.mechanism, resource.type)
      ? []
      : [`its mechanism “${transfer.mechanism}” does not name ${resource.type.replace(/^AWS::/, '')}`]),
    ...(namesChannel(transfer.mechanism, asText(observed) ?? '')
      ? []
      : [`its mechanism “${transfer.mechanism}” does not name ${asText(observed) ?? ''}`]),
    ...(isAbove ? [`it moves ${transfer.classification}, and ${held} is held here`] : []),
    ...(fromElsewhere ? [`it begins in ${transfer.from}, and the stack is in ${region}`] : []),
  ];
}

/** Where nothing tells the destination, a template that claims the transfer is taken at the register’s word. */
function goesTo({ to }: Transfer, egress: Egress, isClaimed: boolean): boolean {
  if (egress.to === UNKNOWN_PLACE) return isClaimed;
  const said = plain(to);
  const place = plain(egress.to);
  if (said === place) return true;
  if (isRegion(egress.to)) return false;
  if (place === 'other regions') return isRegion(to);
  return place.includes(' ') || place === 'internet' ? said.includes(place) : false;
}

function plain(text: string): string {
  return text.trim().toLowerCase().replace(/^the /, '');
}

/** The transfer that leads to the same place, and what differs. */
function nearest(transfers: readonly Transfer[], egress: Egress, book: TransferBook): { readonly because?: string } {
  const near = transfers.find((transfer) => goesTo(transfer, egress, false));
  return near ? { because: `transfer ${near.id} leads there, but ${differences(near, egress, book).join('; ')}` } : {};
}
