import { NONE, subtractRanges, uniteRanges, type Ranges } from '../packets';
import type { Bounded } from './bounded';
import type { CompiledRoute, Origin, RouteTable, Target, Thing } from './model';

/** Order of routes to the same block. Source: Amazon VPC user guide, Route priority. */
export const PRECEDENCE = { fixed: 0, prefixList: 1, propagated: 2 } as const;

/** A route as written. */
export interface WrittenRoute {
  readonly target: Target;
  readonly origin: Origin;
  readonly destination: string;
  readonly matches: Bounded<Ranges>;
  /** Length of the prefix; undefined when the destination is not known. */
  readonly prefix: number | undefined;
  readonly precedence: number;
  /** False when the route exists in some deployments only. */
  readonly sure: boolean;
  /** Whether AWS takes it for addresses of the VPC itself. Source: Amazon VPC user guide, Subnet route tables. */
  readonly overridesLocal: boolean;
}

/**
 * Works out which addresses each route takes: the longest prefix wins, then the precedence. Of routes that are equal in
 * both AWS takes one, which is not known.
 */
export function compileRoutes(written: readonly WrittenRoute[]): readonly CompiledRoute[] {
  const unclear = written.filter(({ prefix }) => prefix === undefined);
  const groups = groupsOf(written.filter(({ prefix }) => prefix !== undefined));
  let taken: Ranges = NONE;
  let perhapsTaken: Ranges = uniteRanges(
    ...unclear.filter((route) => route.overridesLocal).map(({ matches }) => matches.may),
  );
  const shadows = uniteRanges(...unclear.map(({ matches }) => matches.may));
  const result: CompiledRoute[] = [];
  for (const group of groups) {
    for (const route of group) {
      const others = uniteRanges(
        ...group.filter((other) => !sameTarget(other, route)).map(({ matches }) => matches.may),
      );
      const above = route.target.kind === 'local' ? perhapsTaken : uniteRanges(perhapsTaken, shadows);
      const must = route.sure ? subtractRanges(subtractRanges(route.matches.must, above), others) : NONE;
      const reasons = unclear.filter((other) => mayTake(other, route)).flatMap(({ matches }) => matches.reasons);
      result.push(routeOf(route, subtractRanges(route.matches.may, taken), must, reasons));
    }
    taken = uniteRanges(taken, ...group.filter(({ sure }) => sure).map(({ matches }) => matches.must));
    perhapsTaken = uniteRanges(perhapsTaken, ...group.map(({ matches }) => matches.may));
  }
  const local = uniteRanges(
    ...written.filter(({ target }) => target.kind === 'local').map(({ matches }) => matches.must),
  );
  for (const route of unclear) {
    result.push(
      routeOf(route, route.overridesLocal ? route.matches.may : subtractRanges(route.matches.may, local), NONE),
    );
  }
  return result.filter(({ addresses }) => addresses.may.length > 0);
}

/** A route table of compiled routes. */
export function routeTable(thing: Thing, routes: readonly CompiledRoute[]): RouteTable {
  const all = (side: 'may' | 'must'): Ranges => uniteRanges(...routes.map(({ addresses }) => addresses[side]));
  const { key, name, origin } = thing;
  return { key, name, origin, routes, taken: { may: all('may'), must: all('must'), reasons: [] } };
}

/** Whether a route whose destination is not known may take what another one leads. */
function mayTake(unclear: WrittenRoute, { target }: WrittenRoute): boolean {
  return unclear.overridesLocal || target.kind !== 'local';
}

/** @param others Why other routes may take what it leads. */
function routeOf(route: WrittenRoute, may: Ranges, must: Ranges, others: readonly string[] = []): CompiledRoute {
  const { target, origin, destination, matches, sure } = route;
  const own = sure ? matches.reasons : [...matches.reasons, `route ${origin.logicalId} depends on a condition`];
  return { target, origin, destination, addresses: { may, must, reasons: [...new Set([...own, ...others])] } };
}

/** Routes of equal prefix and precedence, best first. */
function groupsOf(routes: readonly WrittenRoute[]): readonly (readonly WrittenRoute[])[] {
  const groups = new Map<string, WrittenRoute[]>();
  const sorted = routes.toSorted((a, b) => (b.prefix ?? 0) - (a.prefix ?? 0) || a.precedence - b.precedence);
  for (const route of sorted) {
    const key = `${route.prefix} ${route.precedence}`;
    const group = groups.get(key);
    if (group) group.push(route);
    else groups.set(key, [route]);
  }
  return [...groups.values()];
}

function sameTarget(a: WrittenRoute, b: WrittenRoute): boolean {
  return a === b || JSON.stringify(a.target) === JSON.stringify(b.target);
}
