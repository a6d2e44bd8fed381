import { MASK, maskText, namesSecret } from '../../rules/evidence';

/** A line of JSON or YAML that begins with a key: what stands before its value, the key in or without quotes, the value. */
const ENTRY =
  /^(?<before>\s*(?:- )?(?:"(?<double>[^"]*)"|'(?<single>[^']*)'|(?<bare>[\w.:/-]+?))\s*:(?:\s+|$|(?=["[{])))(?<value>.*)$/;
/** Keys under which one of a pair names the other. */
const NAMES = /^(name|key|parameterkey)$/i;
const VALUES = /^(value|default|parametervalue)$/i;

/**
 * Lines of a template in which what is, or may be, a secret is masked: what looks like one, what stands under the name of
 * one, and whole lines that are known to hold one.
 * @param secret Positions of lines of which it is known.
 */
export function maskLines(lines: readonly string[], secret: ReadonlySet<number>): readonly string[] {
  const masked = new Set<number>();
  for (const [index, line] of lines.entries()) {
    const { key } = entryOf(line);
    if (secret.has(index) || namesSecret(key)) coverBelow(lines, index, masked);
    if (VALUES.test(key) && isNamedSecret(lines, index)) coverBelow(lines, index, masked);
  }
  for (const index of privateKeyLines(lines)) masked.add(index);
  return lines.map((line, index) => maskText(masked.has(index) ? withoutValue(line) : line));
}

/** Lines of a private key in PEM that goes over several. */
function* privateKeyLines(lines: readonly string[]): Iterable<number> {
  let isInside = false;
  for (const [index, line] of lines.entries()) {
    if (/-----BEGIN [A-Z ]*PRIVATE KEY-----(?!.*-----END)/.test(line)) isInside = true;
    if (isInside) yield index;
    if (/-----END [A-Z ]*PRIVATE KEY-----/.test(line)) isInside = false;
  }
}

interface Entry {
  readonly before: string;
  readonly key: string;
  readonly value: string;
}

/** All empty for a line that begins with no key. */
function entryOf(line: string): Entry {
  const { before = '', double, single, bare, value = '' } = ENTRY.exec(line)?.groups ?? {};
  return { before, key: double ?? single ?? bare ?? '', value };
}

/** The line and all that stands deeper below it. */
function coverBelow(lines: readonly string[], start: number, into: Set<number>): void {
  const depth = depthOf(lines[start] ?? '');
  into.add(start);
  for (let index = start + 1; index < lines.length && depthOf(lines[index] ?? '') > depth; index += 1) into.add(index);
}

function depthOf(line: string): number {
  return line.length - line.trimStart().length;
}

/** Whether the line before or after says that this value is a secret. */
function isNamedSecret(lines: readonly string[], index: number): boolean {
  return [lines[index - 1], lines[index + 1]].some((line) => {
    const { key, value } = entryOf(line ?? '');
    return NAMES.test(key) && namesSecret(value.replace(/["',\s]/g, ''));
  });
}

/** What opens a map or a list stays, so that the lines below can be read; what says where a secret is kept stays, too. */
function withoutValue(line: string): string {
  const { before, value } = entryOf(line);
  if (/^[\s[\]{}",:]*$/.test(line)) return line;
  if (before === '') return line.replace(/\S.*/, MASK);
  if (/^\s*[[{]?\s*$/.test(value) || /^["']?\{\{resolve:/.test(value)) return line;
  return `${before}"${MASK}"${value.endsWith(',') ? ',' : ''}`;
}
