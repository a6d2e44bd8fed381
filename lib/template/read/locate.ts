import { isMap, isPair, isScalar, isSeq, LineCounter, type Document } from 'yaml';
import type { SourceLocation } from '../../model';
import { jsonRoot } from './json-place';
import { isLikeJson } from './parse-json';
import { parseYamlDocument } from './parse-yaml';
import type { Place } from './place';

/**
 * Finds the position of a property path of a resource, parameter or output, or of its nearest parent; an empty name
 * stands for the template itself. Undefined for an unknown name.
 */
export type Locate = (logicalId: string, path: string | undefined) => SourceLocation | undefined;

/** Positions in a template's text, which is parsed again when the first is asked for. */
export function locator(file: string, text: string): Locate {
  const lines = new LineCounter();
  let root: Place | undefined;
  return (logicalId, path) => {
    root ??= isLikeJson(text) ? jsonRootOf(text, lines) : yamlRoot(text, lines);
    let place = root && start(root, logicalId);
    const keys = path === undefined || path === '' ? [] : keysOf(path);
    for (let position = 0; place && position < keys.length;) {
      const next = childAt(place, keys, position);
      if (!next) break;
      place = next.place;
      position = next.behind;
    }
    if (!place) return undefined;
    const { line, col } = lines.linePos(place.offset);
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

function jsonRootOf(text: string, lines: LineCounter): Place {
  for (let end = text.indexOf('\n'), start = 0; ; start = end + 1, end = text.indexOf('\n', start)) {
    lines.addNewLine(start);
    if (end < 0) break;
  }
  return jsonRoot(text);
}

function yamlRoot(text: string, lines: LineCounter): Place | undefined {
  const document: Document.Parsed = parseYamlDocument(text, lines);
  return yamlPlace(document.contents, 0);
}

function yamlPlace(node: unknown, offset: number): Place {
  return {
    offset,
    child: (key) => {
      if (isSeq(node)) return placeOf(node.items[Number(key)], offset);
      const pair = isMap(node)
        ? node.items.find((item) => isPair(item) && isScalar(item.key) && String(item.key.value) === key)
        : undefined;
      return pair && yamlPlace(pair.value, isScalar(pair.key) ? (pair.key.range?.[0] ?? offset) : offset);
    },
  };
}

function placeOf(node: unknown, offset: number): Place | undefined {
  if (isMap(node) || isSeq(node) || isScalar(node)) return yamlPlace(node, node.range?.[0] ?? offset);
  return undefined;
}
