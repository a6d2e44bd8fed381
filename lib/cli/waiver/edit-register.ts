import { isDeepStrictEqual } from 'node:util';
import { isMap, isSeq, parseDocument, type Document } from 'yaml';
import type { Waiver } from '../../model';
import { CannotError } from '../exit';

const HEADER = ' yaml-language-server: $schema=./node_modules/lionrock/docs/generated/waivers.schema.json';

/**
 * The text of a register with one more waiver at its end; comments and order stay.
 * @param text Undefined for a register that does not exist yet.
 * @throws CannotError when the register has a form that cannot be edited without loss.
 */
export function withWaiver(text: string | undefined, file: string, waiver: Waiver): string {
  const document = documentOf(text ?? 'waivers: []\n', file);
  if (text === undefined) document.commentBefore = HEADER;
  const before = waiversIn(document);
  const list = listOf(document, file);
  list.flow = isJson(file);
  list.add(document.createNode(waiver, { flow: isJson(file) }));
  return written(document, file, text, [...before, waiver]);
}

/**
 * The text of a register without some of its waivers.
 * @throws CannotError when the register has a form that cannot be edited without loss.
 */
export function withoutWaivers(text: string, file: string, ids: ReadonlySet<string>): string {
  const document = documentOf(text, file);
  const before = waiversIn(document);
  const list = listOf(document, file);
  const isGone = (id: unknown): boolean => typeof id === 'string' && ids.has(id);
  list.items = list.items.filter((item) => !(isMap(item) && isGone(item.get('id'))));
  return written(
    document,
    file,
    text,
    before.filter((item) => !isGone(member(item, 'id'))),
  );
}

function documentOf(text: string, file: string): Document {
  const document = parseDocument(text, { merge: true, logLevel: 'silent' });
  const [error] = document.errors;
  if (error) throw new CannotError(`${file}: ${error.message.split('\n', 1)[0]}`);
  return document;
}

function listOf(document: Document, file: string) {
  const list = document.get('waivers');
  if (isSeq(list)) return list;
  throw new CannotError(`${file}: the list under "waivers" is not written in place: edit the file by hand`);
}

function waiversIn(document: Document): readonly unknown[] {
  const list = member(document.toJS(), 'waivers');
  return Array.isArray(list) ? list : [];
}

/** The document as text, if it says what is expected: an alias may have lost the anchor that it needs. */
function written(document: Document, file: string, source = '', expected: readonly unknown[]): string {
  const cannot = `${file}: the change cannot be made without loss; edit the file by hand`;
  let text: string;
  try {
    text = isJson(file)
      ? `${JSON.stringify(document.toJS(), undefined, 2)}\n`
      : document.toString({ lineWidth: 0, indentSeq: !/^waivers:[^\n]*\n(?:[ \t]*(?:#[^\n]*)?\n)*-/m.test(source) });
  } catch (error) {
    throw new CannotError(cannot, error);
  }
  const after = waiversIn(documentOf(text, file));
  if (!isDeepStrictEqual(plain(after), plain(expected))) throw new CannotError(cannot);
  return text;
}

function isJson(file: string): boolean {
  return file.toLowerCase().endsWith('.json');
}

/** Without keys that are undefined, as a file has them. */
function plain(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value));
}

function member(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
}
