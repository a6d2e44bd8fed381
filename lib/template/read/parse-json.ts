import { parseTree, printParseErrorCode, visit, type ParseError } from 'jsonc-parser';
import { isEscaped } from './json-place';
import { lineAt } from './line-at';
import { ReadError } from './source';

/**
 * Parses JSON.
 * @throws ReadError with the line of the first mistake.
 */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof RangeError) throw new ReadError('parse', 'is nested too deeply');
    const first = firstError(text);
    const problem = first
      ? printParseErrorCode(first.error)
          .replaceAll(/([a-z])([A-Z])/g, '$1 $2')
          .toLowerCase()
      : String(error);
    throw new ReadError('parse', `is not valid JSON: ${problem}`, first ? lineAt(text, first.offset) : undefined);
  }
}

/** Number of keys that stand in valid JSON text: more than its parsed body has means that a key stands twice. */
export function countKeys(text: string): number {
  let count = 0;
  for (let start = text.indexOf('"'); start >= 0;) {
    let end = text.indexOf('"', start + 1);
    while (isEscaped(text, end)) end = text.indexOf('"', end + 1);
    let next = end + 1;
    let code = text.charCodeAt(next);
    while (code === 0x20 || code === 0x0a || code === 0x0d || code === 0x09) code = text.charCodeAt(++next);
    if (code === 0x3a) count++;
    start = text.indexOf('"', next);
  }
  return count;
}

/**
 * Finds the key that stands twice in one map.
 * @throws ReadError with its line.
 */
export function rejectDuplicates(text: string): void {
  const open: Set<string>[] = [];
  visit(text, {
    onObjectBegin: () => void open.push(new Set()),
    onObjectEnd: () => void open.pop(),
    onObjectProperty: (name, _offset, _length, line) => {
      if (open.at(-1)?.has(name))
        throw new ReadError('parse', `key ${JSON.stringify(name)} stands twice in one map`, line + 1);
      open.at(-1)?.add(name);
    },
  });
}

function firstError(text: string): ParseError | undefined {
  const errors: ParseError[] = [];
  try {
    parseTree(text, errors);
  } catch {
    return undefined;
  }
  return errors.toSorted((a, b) => a.offset - b.offset)[0];
}

/** Whether text is meant as JSON, whatever its file is called. */
export function isLikeJson(text: string): boolean {
  return /^\s*\{/.test(text);
}
