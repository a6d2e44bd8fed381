import { alone, mend, STAND_IN, type Prepared, type PreparedResource, type PreparedTemplate } from '../copy';
import { reasonOf } from '../reason-of';
import type { Workshop } from './workshop';

/** Repairs of one resource that are tried before it is given up. */
const MAX_REPAIRS = 20;

/** A template that loads, and what it took. */
export interface Loadable {
  readonly template: PreparedTemplate;
  /** What had to be replaced, by logical id. */
  readonly notes: ReadonlyMap<string, readonly string[]>;
  /** Why a resource could not be loaded, by logical id: a stand-in is in its place. */
  readonly refused: ReadonlyMap<string, string>;
}

/**
 * Finds the resources that keep a template from loading by trying each alone; repairs them where the meaning is clear, and
 * puts a stand-in in place of the others, so that one resource does not hide the rest.
 */
export function makeLoadable({ template, notes: before }: Prepared, workshop: Workshop): Loadable {
  const notes = new Map(before);
  const refused = new Map<string, string>();
  const resources = Object.entries(template.Resources).map(([id, resource]) => {
    const outcome = tryAlone(template, id, resource, workshop);
    if (outcome.reason !== undefined) refused.set(id, outcome.reason);
    else if (outcome.notes.length > 0) notes.set(id, [...(notes.get(id) ?? []), ...outcome.notes]);
    return [id, outcome.reason === undefined ? outcome.resource : STAND_IN] as const;
  });
  return { template: { ...template, Resources: Object.fromEntries(resources) }, notes, refused };
}

interface Outcome {
  readonly resource: PreparedResource;
  readonly notes: readonly string[];
  /** Why it was given up. */
  readonly reason?: string;
}

function tryAlone(template: PreparedTemplate, id: string, original: PreparedResource, workshop: Workshop): Outcome {
  const notes: string[] = [];
  let resource = original;
  for (;;) {
    const reason = refusal(alone(template, id, resource), workshop);
    if (reason === undefined) return { resource, notes };
    const mended = notes.length < MAX_REPAIRS ? mend(resource, reason) : undefined;
    if (!mended) return { resource, notes, reason };
    resource = mended.resource;
    notes.push(mended.note);
  }
}

function refusal(template: PreparedTemplate, workshop: Workshop): string | undefined {
  try {
    workshop.load(template, () => undefined);
    return undefined;
  } catch (error) {
    return reasonOf(error);
  }
}
