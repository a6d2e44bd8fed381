import type { Resource } from '../../../template';
import { egressPathsOf, type EgressPath } from '../catalogue';
import { mayNamePlace, openRegion, placesNamed, textsIn, type FoundText } from '../scan';
import type { Standpoint } from '../ways';
import type { Egress } from './egress';

/** Places of one resource that are told; more add nothing for the reader. */
const MAX_NAMED = 20;
const MAX_OPEN = 5;

/**
 * Regions outside the profile, in whatever form, that a resource names anywhere: properties, documents, user data and
 * environment variables. What the known paths of its type judge is left to them.
 */
export function scanResource(here: Standpoint): readonly Egress[] {
  const { resource, profile } = here;
  const texts = textsIn(resource.properties, mayNamePlace);
  if (texts.length === 0) return NOTHING;
  const judged = egressPathsOf(resource.type).filter(readsPlaces);
  const isLeft = ({ property }: Egress) => !judged.some(({ path }) => pattern(path).test(property));
  // Few texts name a place: whether a path judges them is asked last.
  const named = texts
    .flatMap((found) => placesNamed(found.value, profile).map((way) => ({ ...way, ...placeOf(found, resource) })))
    .filter(isLeft);
  const open = texts
    .flatMap((found) => {
      const way = openRegion(found.name, found.value);
      return way ? [{ ...way, ...placeOf(found, resource) }] : [];
    })
    .filter(isLeft);
  const foreign = once(named.filter(({ leaves }) => leaves !== false)).slice(0, MAX_NAMED);
  const found = [...foreign, ...once(open).slice(0, MAX_OPEN)];
  return found.length > 0 ? found : named.slice(0, 1);
}

const NOTHING: readonly Egress[] = [];

/** Other predicates look for something else in the same value; what is reported for being there is so once. */
function readsPlaces({ predicate }: EgressPath): boolean {
  return predicate.endsWith('region-not-allowed') || READS.has(predicate);
}

const READS: ReadonlySet<string> = new Set<EgressPath['predicate']>([
  'definition-scan',
  'external-host',
  'inference-profile-prefix',
  'present',
  'unresolvable-name',
]);

function placeOf({ path, value, isPermission }: FoundText, resource: Resource) {
  return { path: isPermission ? PERMISSION(resource) : NAMED(resource), resource, property: path, observed: value };
}

const COMMON = {
  path: '',
  predicate: 'definition-scan',
  concern: 'named',
  status: 'from memory',
  source: 'ours',
} as const;

const NAMED = ({ type }: Resource): EgressPath => ({
  ...COMMON,
  type,
  moves: 'data',
  severity: 'medium',
  mechanism: 'Names a place outside the profile’s regions',
});

const PERMISSION = ({ type }: Resource): EgressPath => ({
  ...COMMON,
  type,
  moves: 'data',
  severity: 'low',
  mechanism: 'Permits the use of something outside the profile’s regions',
});

const PATTERNS = new Map<string, RegExp>();

/** Matches places at a path, and below it. */
function pattern(path: string): RegExp {
  const known =
    PATTERNS.get(path) ?? new RegExp(`^${path.replaceAll('.', '\\.').replaceAll('[]', '(\\.\\d+)?')}(\\.|$)`);
  PATTERNS.set(path, known);
  return known;
}

function once(found: readonly Egress[]): readonly Egress[] {
  return [...new Map(found.map((item) => [`${item.property} ${item.to}`, item])).values()];
}
