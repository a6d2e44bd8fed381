import { parseTree, printParseErrorCode, type Node, type ParseError } from 'jsonc-parser';
import { LineCounter } from 'yaml';
import { locationOf, type Key, type Located, type Place, type SourceFile } from '../source';
import type { SourceLocation } from '../../model';

/** The one thing for which a JSON file is refused: where, and what is the matter. */
export interface JsonError extends SourceLocation {
  readonly message: string;
}

const DEEPEST = 50;

/** Parses strict JSON into located values: no comments, no trailing commas, no key twice. */
export function readJson(text: string, name: string): Located | JsonError {
  const file: SourceFile = { name, lines: lineCounter(text) };
  const deep = tooDeep(text);
  if (deep !== undefined) return refuse(file, deep, `nests deeper than ${DEEPEST} levels`);
  const errors: ParseError[] = [];
  const tree = parseTree(text, errors, { disallowComments: true });
  const [error] = errors;
  if (error || !tree) {
    const words = error ? inWords(printParseErrorCode(error.error)) : 'it is empty';
    return refuse(file, error?.offset ?? 0, `is not valid JSON: ${words}`);
  }
  return readNode(tree, file) ?? refuse(file, 0, 'is not valid JSON');
}

export function isJsonError(result: Located | JsonError): result is JsonError {
  return 'message' in result;
}

function readNode(node: Node, file: SourceFile): Located | JsonError | undefined {
  const at: Place = { file, offset: node.offset };
  if (node.type === 'object' || node.type === 'array') return readCollection(node, node.type, file, at);
  const value: unknown = node.value;
  if (value !== null && typeof value !== 'string' && typeof value !== 'number' && typeof value !== 'boolean') {
    return undefined;
  }
  return { kind: 'scalar', value, text: String(value), at, size: 1, depth: 0 };
}

function readCollection(node: Node, type: 'object' | 'array', file: SourceFile, at: Place): Located | JsonError {
  const children = new Map<Key, Located>();
  for (const [index, child] of (node.children ?? []).entries()) {
    const [keyNode, valueNode] = type === 'object' ? (child.children ?? []) : [undefined, child];
    if (!valueNode) return refuse(file, child.offset, 'is not valid JSON: a key has no value');
    const key = keyNode ? String(keyNode.value) : index;
    if (children.has(key)) return refuse(file, child.offset, `has the key "${key}" twice in the same object`);
    const value = readNode(valueNode, file);
    if (!value) return refuse(file, valueNode.offset, 'is not valid JSON');
    if (isJsonError(value)) return value;
    children.set(key, keyNode ? { ...value, keyAt: { file, offset: keyNode.offset } } : value);
  }
  return { kind: type === 'object' ? 'map' : 'list', children, at, size: 1, depth: 0 };
}

function refuse(file: SourceFile, offset: number, message: string): JsonError {
  return { ...locationOf({ file, offset }), message };
}

/** Where brackets nest too deep: the parser is recursive, and has to be kept from exhausting the stack. */
function tooDeep(text: string): number | undefined {
  let depth = 0;
  let inString = false;
  for (let index = 0; index < text.length; index += 1) {
    const character = text[index];
    if (inString && character === '\\') index += 1;
    else if (character === '"') inString = !inString;
    else if (!inString && (character === '{' || character === '[')) depth += 1;
    else if (!inString && (character === '}' || character === ']')) depth -= 1;
    if (depth > DEEPEST) return index;
  }
  return undefined;
}

function lineCounter(text: string): LineCounter {
  const lines = new LineCounter();
  lines.addNewLine(0);
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) lines.addNewLine(at + 1);
  return lines;
}

/** `CommaExpected` as `comma expected`. */
function inWords(code: string): string {
  return code.replace(/(?<=[a-z])(?=[A-Z])/g, ' ').toLowerCase();
}
