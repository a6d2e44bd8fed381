import { isJsonMap, section, type JsonMap } from '../resolve/json';
import { isLoop } from './for-each';

/** What a loop puts in the place of its identifier; the second form leaves letters and digits only. */
const INSERTED = /[$&]\{([^{}]*)\}/;

/** A place in the source of which loops make copies. */
export interface LoopPlace {
  /** From the root. */
  readonly keys: readonly string[];
  /** What the source itself holds of the name, between what loops insert. */
  readonly pieces: readonly string[];
}

/** The places of which loops make resources and outputs, those first that say more of the name. */
export function loopPlaces(source: JsonMap): readonly LoopPlace[] {
  const found = ['Resources', 'Outputs'].flatMap((key) => placesIn(section(source, key), [key]));
  return found.toSorted((a, b) => literalOf(b) - literalOf(a));
}

/** The place of which loops make a name; of several the one that says more of it. */
export function placeOfCopy(name: string, places: readonly LoopPlace[]): readonly string[] | undefined {
  return places.find(({ pieces }) => isMadeOf(pieces, name))?.keys;
}

function placesIn(map: JsonMap, keys: readonly string[]): readonly LoopPlace[] {
  return Object.entries(map).flatMap(([key, value]) => {
    const here = [...keys, key];
    if (!isLoop(key)) return keys.length > 1 ? [{ keys: here, pieces: piecesOf(key) }] : [];
    const output: unknown = Array.isArray(value) ? value[2] : undefined;
    return isJsonMap(output) ? placesIn(output, [...here, '2']) : [];
  });
}

/** Of a split by a pattern with a group every second piece is an identifier. */
function piecesOf(key: string): readonly string[] {
  return key.split(INSERTED).filter((_, index) => index % 2 === 0);
}

function literalOf({ pieces }: LoopPlace): number {
  return pieces.reduce((sum, piece) => sum + piece.length, 0);
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
