import type { Body, Change, Resource } from './operator';

/** Sets a property that has another value, or none; `Properties.` is understood. */
export function set(path: string, value: unknown): Change {
  return ({ resource }) => {
    const { parent, key } = walk(resource, path);
    if (!parent || JSON.stringify(parent[key]) === JSON.stringify(value)) return false;
    parent[key] = value;
    return true;
  };
}

/** Takes a property away. */
export function unset(path: string): Change {
  return ({ resource }) => {
    const { parent, key } = walk(resource, path);
    if (!parent || !(key in parent)) return false;
    if (Array.isArray(parent)) parent.splice(Number(key), 1);
    else Reflect.deleteProperty(parent, key);
    return true;
  };
}

/** Takes the resource away. */
export const remove: Change = ({ template, logicalId }) => Reflect.deleteProperty(template.Resources, logicalId);

/** Replaces a property by what it becomes; nothing is done where it is missing or comes out the same. */
export function edit(path: string, become: (value: unknown) => unknown): Change {
  return ({ resource }) => {
    const { parent, key } = walk(resource, path);
    const before = parent?.[key];
    if (!parent || before === undefined) return false;
    const written = JSON.stringify(before);
    const after = become(before);
    if (JSON.stringify(after) === written) return false;
    parent[key] = after;
    return true;
  };
}

/** Takes the members of a list away that have a text in them. */
export function without(path: string, text: string): Change {
  return edit(path, (list) =>
    Array.isArray(list) ? list.filter((member) => !JSON.stringify(member).includes(text)) : list,
  );
}

/** Adds to a list. */
export function adding(path: string, member: unknown): Change {
  return edit(path, (list) => (Array.isArray(list) ? [...list, member] : list));
}

/** Gives every member of a list these properties. */
export function each(path: string, properties: Body): Change {
  return edit(path, (list) =>
    Array.isArray(list) ? list.map((member: Body) => ({ ...member, ...properties })) : list,
  );
}

/** Two changes, of which one at least must find something to weaken. */
export function both(first: Change, second: Change): Change {
  return (site) => [first(site), second(site)].includes(true);
}

/** Only where a resource has a text in it. */
export function where(text: string, change: Change): Change {
  return (site) => JSON.stringify(site.resource).includes(text) && change(site);
}

/** Adds resources to a template. */
export function add(
  resources: Readonly<Record<string, { readonly Type: string; readonly Properties?: Body }>>,
): Change {
  return ({ template }) => {
    Object.assign(template.Resources, structuredClone(resources));
    return true;
  };
}

function walk(resource: Resource, path: string): { parent: Body | undefined; key: string } {
  const keys = path.split('.');
  const key = keys.pop() ?? '';
  let parent: unknown = (resource.Properties ??= {});
  for (const each of keys) parent = isBody(parent) ? parent[each] : undefined;
  return { parent: isBody(parent) ? parent : undefined, key };
}

function isBody(value: unknown): value is Body {
  return typeof value === 'object' && value !== null;
}
