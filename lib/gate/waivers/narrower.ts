import type { WaiverScope } from '../../model';
import { isGlob, listOf } from './in-scope';
import type { Place } from './place';

/** What of a place a scope can be narrowed to. */
export type MatchedPlace = Pick<Place, 'accounts' | 'stack' | 'constructPath' | 'logicalId' | 'type'>;

/** Resources that a proposal names one by one; for more, it names what they have in common. */
const NAMED = 10;

/**
 * A scope that holds the same places and no others.
 * @returns undefined when the scope names its resources already, or nothing narrower can be said.
 */
export function narrowerScope(scope: WaiverScope, places: readonly MatchedPlace[]): WaiverScope | undefined {
  if (isExact(scope.logicalId) || isExact(scope.constructPath) || places.length === 0) return undefined;
  const common = commonOf(scope, places);
  const named = namesOf(places);
  if (!named) return Object.keys(common).length === 0 ? undefined : { ...scope, ...common };
  const { type: _, ...where } = { ...scope, ...common };
  const { tag: __, constructPath: ___, logicalId: ____, ...rest } = where;
  return { ...rest, ...named };
}

function isExact(patterns: string | readonly string[] | undefined): boolean {
  return patterns !== undefined && !listOf(patterns).some(isGlob);
}

/** The resources, by construct path where all have one; undefined for many, and for templates as a whole. */
function namesOf(places: readonly MatchedPlace[]): WaiverScope | undefined {
  const paths = places.flatMap(({ constructPath }) => constructPath ?? []);
  const byPath = paths.length === places.length;
  const names = [...new Set(byPath ? paths : places.map(({ logicalId }) => logicalId))].toSorted();
  if (names.length > NAMED || names.includes('')) return undefined;
  const [first = '', ...others] = names;
  const value = others.length === 0 ? first : names;
  return byPath ? { constructPath: value } : { logicalId: value };
}

/** Account, stack and type where all places have the same, and the scope does not say so yet. */
function commonOf(scope: WaiverScope, places: readonly MatchedPlace[]): WaiverScope {
  const account = same(places.map(({ accounts }) => accounts[0] ?? ''));
  const stack = same(places.map((place) => place.stack));
  const type = same(places.map((place) => place.type));
  return {
    ...(account === undefined || isExact(scope.account) ? {} : { account }),
    ...(stack === undefined || isExact(scope.stack) ? {} : { stack }),
    ...(type === undefined || isExact(scope.type) ? {} : { type }),
  };
}

function same(texts: readonly string[]): string | undefined {
  const [first = '', ...others] = new Set(texts);
  return others.length === 0 && first !== '' ? first : undefined;
}
