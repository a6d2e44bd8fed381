import { LineCounter } from 'yaml';
import type { Place, Places } from './place';

/** Where maps and lists end, by where they begin, as far as the text was skipped. */
type Ends = Map<number, number>;

/**
 * A value in JSON text that is known to be valid. Members are found by skipping over the text, each map once and only
 * when it is asked for: a tree of everything costs more than judging the template. What was skipped is not read again.
 */
export class JsonPlace implements Place {
  private members: ReadonlyMap<string, JsonPlace> | undefined;

  constructor(
    private readonly text: string,
    private readonly ends: Ends,
    /** Where the value begins. */
    private readonly start: number,
    readonly offset: number = start,
  ) {}

  child(key: string): JsonPlace | undefined {
    this.members ??= this.read();
    return this.members.get(key);
  }

  private read(): ReadonlyMap<string, JsonPlace> {
    const { text, ends, start } = this;
    const opening = text[start];
    if (opening !== '{' && opening !== '[') return new Map();
    const members = new Map<string, JsonPlace>();
    let at = nextToken(text, start + 1);
    while (at < text.length && text[at] !== '}' && text[at] !== ']') {
      const behindKey = opening === '{' ? endOfString(text, at) : at;
      const value = opening === '{' ? nextToken(text, nextToken(text, behindKey) + 1) : at;
      const key = opening === '{' ? keyBetween(text, at, behindKey) : String(members.size);
      members.set(key, new JsonPlace(text, ends, value, at));
      const after = nextToken(text, endOf(text, value, ends));
      at = text[after] === ',' ? nextToken(text, after + 1) : after;
    }
    return members;
  }
}

/** The places of JSON text that is known to be valid. */
export function jsonPlaces(text: string): Places {
  const lines = new LineCounter();
  for (let end = text.indexOf('\n'), start = 0; ; start = end + 1, end = text.indexOf('\n', start)) {
    lines.addNewLine(start);
    if (end < 0) break;
  }
  return { root: jsonRoot(text), lines };
}

/** The first place of JSON text. */
export function jsonRoot(text: string): JsonPlace {
  return new JsonPlace(text, new Map(), nextToken(text, 0));
}

function keyBetween(text: string, at: number, end: number): string {
  const key = text.slice(at + 1, end - 1);
  return key.includes('\\') ? String(JSON.parse(`"${key}"`)) : key;
}

function nextToken(text: string, from: number): number {
  let at = from;
  for (let code = text.charCodeAt(at); code === 0x20 || (code >= 0x09 && code <= 0x0d); code = text.charCodeAt(at))
    at++;
  return at;
}

/** Offset behind the value that begins here. */
function endOf(text: string, start: number, ends: Ends): number {
  const opening = text[start];
  if (opening === '"') return endOfString(text, start);
  if (opening === '{' || opening === '[') return ends.get(start) ?? endOfContainer(text, start, ends);
  let at = start;
  while (at < text.length && !',]} \n\r\t'.includes(text.charAt(at))) at++;
  return at;
}

function endOfContainer(text: string, start: number, ends: Ends): number {
  const open: number[] = [];
  for (let at = start; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 0x22) at = endOfString(text, at) - 1;
    else if (code === 0x7b || code === 0x5b) open.push(at);
    else if (code === 0x7d || code === 0x5d) {
      ends.set(open.pop() ?? start, at + 1);
      if (open.length === 0) return at + 1;
    }
  }
  return text.length;
}

function endOfString(text: string, start: number): number {
  for (let at = text.indexOf('"', start + 1); at >= 0; at = text.indexOf('"', at + 1)) {
    if (!isEscaped(text, at)) return at + 1;
  }
  return text.length;
}

/** Whether an odd number of backslashes stands before an index. */
export function isEscaped(text: string, index: number): boolean {
  let first = index;
  while (text.charCodeAt(first - 1) === 0x5c) first--;
  return (index - first) % 2 === 1;
}
