import type { SourceLocation } from '../../model';
import type { Place, Places } from './place';

/**
 * Finds the position of a property path of a resource, parameter or output, or of its nearest parent; an empty name
 * stands for the template itself. Undefined for an unknown name.
 */
export type Locate = (logicalId: string, path: string | undefined) => SourceLocation | undefined;

/** Positions in a template's text; its places are asked for with the first. */
export function locator(file: string, placesOf: () => Places): Locate {
  let places: Places | undefined;
  return (logicalId, path) => {
    places ??= placesOf();
    let place = start(places.root, logicalId);
    const keys = path === undefined || path === '' ? [] : keysOf(path);
    for (let position = 0; place && position < keys.length;) {
      const next = childAt(place, keys, position);
      if (!next) break;
      place = next.place;
      position = next.behind;
    }
    if (!place) return undefined;
    const { line, col } = places.lines.linePos(place.offset);
    return { file, line, column: col };
  };
}

/** What a name stands for: names are unique within a section, and those of resources come first. */
function start(root: Place, name: string): Place | undefined {
  if (name === '') return root;
  for (const section of ['Resources', 'Parameters', 'Outputs']) {
    const found = root.child(section)?.child(name);
    if (found && section === 'Resources') return found;
    // Rules judge parameters and outputs in the form of resources: `Properties.Default`.
    if (found) return { offset: found.offset, child: (key) => (key === 'Properties' ? found : found.child(key)) };
  }
  return undefined;
}

function keysOf(path: string): readonly string[] {
  const keys = path.includes('[') ? path.split(/[.[\]]+/) : path.split('.');
  return keys.includes('') ? keys.filter((key) => key !== '') : keys;
}

/** Keys may hold dots themselves: the fewest segments that name a child are taken. */
function childAt(
  place: Place,
  keys: readonly string[],
  position: number,
): { readonly place: Place; readonly behind: number } | undefined {
  for (let key = keys[position] ?? '', behind = position + 1; ; key += `.${keys[behind++]}`) {
    const child = place.child(key);
    if (child) return { place: child, behind };
    if (behind >= keys.length) return undefined;
  }
}
