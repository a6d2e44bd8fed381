/** Where in the page a reader is: `#findings?status=fail`, `#finding/0123456789abcdef`. */
export interface Route {
  /** Id of a section, or the name of its single things; empty at the start. */
  readonly name: string;
  /** Which single thing; empty for a section as a whole. */
  readonly item: string;
  readonly query: Readonly<Record<string, string>>;
}

/** Reads the part of an address that begins with `#`; what cannot be decoded stays as it is. */
export function routeOf(hash: string): Route {
  const [path = '', query = ''] = hash.replace(/^#/, '').split(/\?(.*)/s);
  const [name = '', item = ''] = path.split(/\/(.*)/s);
  return { name, item: decoded(item), query: Object.fromEntries(pairsOf(query)) };
}

/** The address of a place in the page, with `#`. */
export function addressOf({ name, item = '', query = {} }: Partial<Route> & Pick<Route, 'name'>): string {
  const path = item === '' ? name : `${name}/${encodeURIComponent(item)}`;
  const asked = Object.entries(query).filter(([, value]) => value !== '');
  const pairs = asked.map(([key, value]) => `${encodeURIComponent(key)}=${encodeURIComponent(value)}`);
  return `#${[path, ...(pairs.length > 0 ? [pairs.join('&')] : [])].join('?')}`;
}

function pairsOf(query: string): [string, string][] {
  return query
    .split('&')
    .filter((pair) => pair !== '')
    .map((pair) => {
      const [key = '', value = ''] = pair.split(/=(.*)/s);
      return [decoded(key), decoded(value)];
    });
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
