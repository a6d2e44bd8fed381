import { isJsonMap } from '../resolve/json';

/** Deepest nesting that is read; CloudFormation's own limit is far below. */
export const MAX_DEPTH = 300;
/** Most maps, lists and scalars in one template, aliases counted as often as they stand. */
export const MAX_NODES = 1_000_000;

/** What one walk over a body tells. */
export interface Survey {
  readonly hasLoops: boolean;
  /** Keys of all maps together. */
  readonly keys: number;
  /** Why the body must not be resolved, `is nested deeper than…`; undefined when it may be. */
  readonly problem: string | undefined;
}

/** Walks a body without recursion, so that no depth overflows the stack. */
export function survey(body: unknown): Survey {
  const found = { hasLoops: false, keys: 0, problem: undefined };
  let nodes = 0;
  let level: readonly object[] = [{ body }];
  for (let depth = 0; level.length > 0; depth++) {
    nodes += level.length;
    if (nodes > MAX_NODES) return { ...found, problem: `has more than ${MAX_NODES} values` };
    if (depth > MAX_DEPTH) return { ...found, problem: `is nested deeper than ${MAX_DEPTH} levels` };
    const next: object[] = [];
    for (const container of level) surveyContainer(container, found, next);
    level = next;
  }
  return { ...found, keys: found.keys - 1 };
}

function surveyContainer(container: object, found: { hasLoops: boolean; keys: number }, next: object[]): void {
  if (Array.isArray(container)) {
    for (const item of container) if (typeof item === 'object' && item !== null) next.push(item);
  } else if (isJsonMap(container)) {
    for (const key of Object.keys(container)) {
      const item = container[key];
      found.keys++;
      if (key.startsWith('Fn::ForEach::')) found.hasLoops = true;
      if (typeof item === 'object' && item !== null) next.push(item);
    }
  }
}
