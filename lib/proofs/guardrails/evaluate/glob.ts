import type { Trilean } from '../../../model';

const ANY = Symbol('*');
const ONE = Symbol('?');

/** A pattern by its characters, in which `*` and `?` of the policy are told from those that a variable put there. */
export type Glob = readonly (string | typeof ANY | typeof ONE)[];

export const globOf = remembered((text: string): Glob =>
  text.split('').map((character) => (character === '*' ? ANY : character === '?' ? ONE : character)),
);

/** A text without wildcards. */
export const literalOf = remembered((text: string): Glob => text.split(''));

/** Texts of policies that are remembered, before all are forgotten: many requests are compared with the same few. */
const MOST = 10_000;

function remembered(make: (text: string) => Glob): (text: string) => Glob {
  const known = new Map<string, Glob>();
  return (text) => {
    const before = known.get(text);
    if (before) return before;
    const made = make(text);
    if (known.size >= MOST) known.clear();
    known.set(text, made);
    return made;
  };
}

/**
 * Whether a text matches. Takes time proportional to the product of the lengths: only the last asterisk is ever tried
 * again.
 */
export function matches(glob: Glob, text: string): boolean {
  let at = 0;
  let star = -1;
  let resume = 0;
  for (let position = 0; position < text.length;) {
    const wanted = glob[at];
    if (wanted === ANY) {
      star = at++;
      resume = position;
    } else if (wanted === ONE || wanted === text[position]) {
      at++;
      position++;
    } else if (star >= 0) {
      at = star + 1;
      position = ++resume;
    } else return false;
  }
  while (glob[at] === ANY) at++;
  return at === glob.length;
}

/**
 * Whether an ARN matches a pattern of the Resource element. A wildcard stays between colons, but an asterisk at the end of
 * its part may reach beyond them (IAM user guide, reference_policies_elements_resource). Whether others may is not
 * documented, and so unknown.
 */
export function matchesResource(glob: Glob, text: string): Trilean {
  if (!matches(glob, text)) return false;
  return matchesWithin(glob, text) ? true : 'unknown';
}

/** The same with wildcards that stop at colons, but for asterisks that end a part. */
function matchesWithin(glob: Glob, text: string): boolean {
  let reached = closure(glob, new Set([0]));
  for (const character of text) {
    const next = new Set<number>();
    for (const at of reached) {
      const wanted = glob[at];
      if (wanted === ANY) {
        if (character !== ':' || endsPart(glob, at)) next.add(at);
      } else if (wanted === ONE ? character !== ':' : wanted === character) next.add(at + 1);
    }
    reached = closure(glob, next);
  }
  return reached.has(glob.length);
}

function endsPart(glob: Glob, at: number): boolean {
  return at + 1 === glob.length || glob[at + 1] === ':';
}

/** Positions that are reached without a further character. */
function closure(glob: Glob, reached: Set<number>): Set<number> {
  for (const at of reached) if (glob[at] === ANY) reached.add(at + 1);
  return reached;
}

const FIELDS = new WeakMap<Glob, { readonly fields: readonly Glob[] | undefined }>();

/** Splits at the first five colons, as an ARN; undefined when there are fewer. */
export function arnFields(glob: Glob): readonly Glob[] | undefined {
  const known = FIELDS.get(glob) ?? { fields: split(glob) };
  FIELDS.set(glob, known);
  return known.fields;
}

function split(glob: Glob): readonly Glob[] | undefined {
  const fields: Glob[] = [];
  let rest = glob;
  while (fields.length < 5) {
    const colon = rest.indexOf(':');
    if (colon < 0) return undefined;
    fields.push(rest.slice(0, colon));
    rest = rest.slice(colon + 1);
  }
  return [...fields, rest];
}
