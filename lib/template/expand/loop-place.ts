import { isJsonMap, section, type JsonMap } from '../resolve/json';
import { isLoop } from './for-each';

/** What a loop puts in the place of its identifier; the second form leaves letters and digits only. */
const INSERTED = /[$&]\{([^}]*)\}/;

/** A place in the source of which loops make copies. */
interface LoopPlace {
  readonly keys: readonly string[];
  /** Characters of the name that the source itself holds: of two places the one that says more is meant. */
  readonly literal: number;
}

/** Where in the source a name of a section stands that loops make: keys from the root; undefined where none makes it. */
export function loopPlace(source: JsonMap, name: string): readonly string[] | undefined {
  const found = ['Resources', 'Outputs'].flatMap((key) => placesIn(section(source, key), [key], name));
  return found.toSorted((a, b) => b.literal - a.literal)[0]?.keys;
}

function placesIn(map: JsonMap, keys: readonly string[], name: string): readonly LoopPlace[] {
  return Object.entries(map).flatMap(([key, value]) => {
    const here = [...keys, key];
    if (!isLoop(key)) return placeOf(key, here, name);
    const output: unknown = Array.isArray(value) ? value[2] : undefined;
    return isJsonMap(output) ? placesIn(output, [...here, '2'], name) : [];
  });
}

function placeOf(key: string, keys: readonly string[], name: string): readonly LoopPlace[] {
  // Of a split by a pattern with a group every second piece is an identifier.
  const pieces = key.split(INSERTED).filter((_, index) => index % 2 === 0);
  return isMadeOf(pieces, name) ? [{ keys, literal: pieces.join('').length }] : [];
}

/** Whether a name begins and ends with the first and last piece, and has the others between them in their order. */
function isMadeOf([first = '', ...others]: readonly string[], name: string): boolean {
  const last = others.pop();
  if (last === undefined) return name === first;
  let at = first.length;
  for (const piece of others) {
    const found = name.indexOf(piece, at);
    if (found < 0) return false;
    at = found + piece.length;
  }
  return name.startsWith(first) && name.endsWith(last) && name.length - last.length >= at;
}
