import type { Resource, Unit } from '../../template';
import { canonical, resourcesByKey, standsAlone, templateKey } from '../baseline/places';
import { withoutHashes } from '../fingerprint';

/** A resource in both states. */
export interface ResourcePair {
  readonly before: Resource;
  readonly after: Resource;
}

/** The resources of two states: those that both have, and those that only one has. */
export interface Pairs {
  readonly both: readonly ResourcePair[];
  readonly added: readonly Resource[];
  readonly removed: readonly Resource[];
}

/**
 * Pairs resources by construct path, else by template and logical id, without the hashes in them; what has only moved is
 * found again by its content.
 */
export function pairsOf(before: Unit, after: Unit): Pairs {
  const [was, is] = [resourcesByKey(before), resourcesByKey(after)];
  const both = [...is].flatMap(([key, resource]) => {
    const other = was.get(key);
    return other ? [{ before: other, after: resource }] : [];
  });
  const left = [...was].filter(([key]) => !is.has(key)).map(([, resource]) => resource);
  const come = [...is].filter(([key]) => !was.has(key)).map(([, resource]) => resource);
  const byName = matched(left, come, nameOf(before), nameOf(after));
  const byContent = matched(byName.left, byName.come, contentOf, contentOf);
  return { both: [...both, ...byName.both, ...byContent.both], removed: byContent.left, added: byContent.come };
}

/** By template and logical id: a path that only one state has tells nothing. */
function nameOf({ graph }: Unit): (resource: Resource) => string {
  const alone = standsAlone(graph);
  return ({ template, logicalId, type }) => `${type} ${templateKey(template, alone)}#${withoutHashes(logicalId)}`;
}

function contentOf({ type, properties }: Resource): string {
  return `${type} ${canonical(properties)}`;
}

interface Matched {
  readonly both: readonly ResourcePair[];
  readonly left: readonly Resource[];
  readonly come: readonly Resource[];
}

function matched(
  left: readonly Resource[],
  come: readonly Resource[],
  before: (resource: Resource) => string,
  after: (resource: Resource) => string,
): Matched {
  const known = new Map<string, Resource[]>();
  for (const resource of left) {
    const key = before(resource);
    known.set(key, [...(known.get(key) ?? []), resource]);
  }
  const both: ResourcePair[] = [];
  const rest = come.filter((resource) => {
    const other = known.get(after(resource))?.shift();
    if (!other) return true;
    both.push({ before: other, after: resource });
    return false;
  });
  const gone = new Set(both.map((pair) => pair.before));
  return { both, left: left.filter((resource) => !gone.has(resource)), come: rest };
}
