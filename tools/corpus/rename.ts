import { isJsonMap } from '../../lib/model';
/** New names for the logical ids of resources. */
export type Names = ReadonlyMap<string, string>;

/** A template body in which resources have other logical ids, wherever something names them. */
export function renameResources(body: unknown, names: Names): unknown {
  if (!isJsonMap(body)) return body;
  const { Resources, ...rest } = body;
  const resources = isJsonMap(Resources)
    ? Object.entries(Resources).map(([id, resource]) => [newName(id, names), renameIn(resource, names)])
    : [];
  return { ...mapOf(rest, (value) => renameIn(value, names)), Resources: Object.fromEntries(resources) };
}

/** Follows what names resources; all other text stays as it is. */
function renameIn(value: unknown, names: Names): unknown {
  if (Array.isArray(value)) return value.map((item: unknown) => renameIn(item, names));
  return isJsonMap(value) ? mapOf(value, (item, key) => renameMember(key, item, names)) : value;
}

function renameMember(key: string, item: unknown, names: Names): unknown {
  if (key === 'Ref' || key === 'DependsOn') return newName(item, names);
  if (key === 'Fn::GetAtt')
    return Array.isArray(item) ? [newName(item[0], names), ...item.slice(1)] : renameAttribute(item, names);
  if (key === 'Fn::Sub') return renameSub(item, names);
  return renameIn(item, names);
}

function newName(value: unknown, names: Names): unknown {
  if (Array.isArray(value)) return value.map((item: unknown) => newName(item, names));
  return typeof value === 'string' ? (names.get(value) ?? value) : value;
}

function renameAttribute(value: unknown, names: Names): unknown {
  return typeof value === 'string' ? value.replace(/^[^.]+/, (id) => names.get(id) ?? id) : value;
}

/** In the long form, names that the function's own map explains are no resources. */
function renameSub(value: unknown, names: Names): unknown {
  if (!Array.isArray(value)) return typeof value === 'string' ? renameText(value, names) : value;
  const [text, own, ...rest] = value as readonly unknown[];
  const others = new Map([...names].filter(([id]) => !isJsonMap(own) || !Object.hasOwn(own, id)));
  return [typeof text === 'string' ? renameText(text, others) : text, renameIn(own, names), ...rest];
}

function renameText(text: string, names: Names): string {
  return text.replaceAll(/\$\{([^!.}][^.}]*)/g, (_, id: string) => `\${${names.get(id) ?? id}`);
}

function mapOf(
  map: Record<string, unknown>,
  change: (value: unknown, key: string) => unknown,
): Record<string, unknown> {
  return Object.fromEntries(Object.entries(map).map(([key, value]) => [key, change(value, key)]));
}
