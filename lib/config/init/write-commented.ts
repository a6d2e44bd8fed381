import { stringify } from 'yaml';
import { isJsonMap } from '../../model';
import { pathText } from '../problem';
import { oneOf, sampleOf, schemaAt, type JsonSchema } from '../shape';
import type { Key, Path } from '../source';

const WIDTH = 110;

/**
 * Writes a value as YAML, in the order of the schema, with the description of each key as a comment above it. Keys that
 * the value does not have stand as comments with their default or an example. Each kind of thing is described where it
 * occurs first.
 * @param commented Paths of parts that are written as comments as a whole.
 */
export function writeCommented(value: object, commented: readonly string[]): string {
  const writer = new CommentedWriter(value, new Set(commented));
  return `${writer.object(value, [], true).join('\n')}\n`;
}

class CommentedWriter {
  /** Kinds of objects described already, by their path without indexes and their type. */
  private readonly described = new Set<string>();

  constructor(
    private readonly root: object,
    private readonly commented: ReadonlySet<string>,
  ) {}

  object(value: object, path: Path, apart = false): string[] {
    const schema = this.schema(path);
    const known = schema?.properties;
    if (!known) return lines(stringify(value, { lineWidth: 0 }));
    const entries = new Map<string, unknown>(Object.entries(value));
    const type = entries.get('type');
    const kind = `${pathText(path).replace(/\[\d+\]/g, '[]')} ${typeof type === 'string' ? type : ''}`;
    const describe = !this.described.has(kind);
    this.described.add(kind);
    return Object.entries(known).flatMap(([key, child]) => {
      const required = schema.required?.includes(key) ?? false;
      const comment = describe ? description(child, required) : [];
      const separator = apart ? [''] : [];
      if (entries.has(key)) return [...separator, ...comment, ...this.entry(key, entries.get(key), [...path, key])];
      return describe ? [...separator, ...comment, ...asComment([`${key}: ${inline(example(child))}`])] : [];
    });
  }

  private entry(key: string, value: unknown, path: Path): string[] {
    const written = this.keyed(key, value, path);
    return this.commented.has(pathText(path)) ? asComment(written) : written;
  }

  private keyed(key: string, value: unknown, path: Path): string[] {
    if (Array.isArray(value) && value.some((item) => typeof item === 'object')) {
      return [`${key}:`, ...value.flatMap((item: unknown, index) => indent(this.item(item, [...path, index])))];
    }
    if (!isJsonMap(value)) return [`${key}: ${inline(value)}`];
    if (this.schema(path)?.properties) return [`${key}:`, ...indent(this.object(value, path))];
    return [`${key}:`, ...indent(this.record(value))];
  }

  private item(item: unknown, path: Path): string[] {
    const [first = '', ...rest] = typeof item === 'object' && item !== null ? this.object(item, path) : [inline(item)];
    const written = [`- ${first}`, ...indent(rest)];
    return this.commented.has(pathText(path)) ? asComment(written) : written;
  }

  private record(value: object): string[] {
    return Object.entries(value).flatMap(([key, child]: [string, unknown]) =>
      isFlat(child)
        ? [`${key}: ${inline(child)}`]
        : lines(stringify({ [key]: child }, { lineWidth: 0, singleQuote: true })),
    );
  }

  private schema(path: Path): JsonSchema | undefined {
    return schemaAt(path, (where) =>
      valueAt(
        this.root,
        where.filter((key): key is Key => typeof key !== 'symbol'),
      ),
    );
  }
}

function description(schema: JsonSchema, required: boolean): string[] {
  const choices = schema.enum ? ` One of: ${oneOf(schema.enum.map(String))}.` : '';
  const optional = required ? '' : ' Optional.';
  const last = isEmpty(schema.default) ? optional : ` Default: ${inline(schema.default)}.`;
  return asComment(wrap(`${schema.description ?? ''}${choices}${last}`));
}

/** A default that is an empty list shows nothing; an example of a word in it says more. */
function example(schema: JsonSchema): unknown {
  const items = schema.items;
  return isEmpty(schema.default) && items?.type === 'string' ? [sampleOf(items)] : sampleOf(schema);
}

/** True for no default, and for one that is an empty list or mapping. */
function isEmpty(value: unknown): boolean {
  return value === undefined || (typeof value === 'object' && value !== null && Object.keys(value).length === 0);
}

function inline(value: unknown): string {
  return stringify(value, { collectionStyle: 'flow', lineWidth: 0, singleQuote: true })
    .trim()
    .replace(/^\[ (.*) \]$/s, '[$1]');
}

function isFlat(value: unknown): boolean {
  return typeof value !== 'object' || (Array.isArray(value) && value.every((item) => typeof item !== 'object'));
}

function wrap(text: string): string[] {
  const result = [''];
  for (const word of text.split(' ')) {
    const last = result.at(-1) ?? '';
    if (last.length + word.length + 1 > WIDTH) result.push(word);
    else result[result.length - 1] = last === '' ? word : `${last} ${word}`;
  }
  return result;
}

function asComment(text: readonly string[]): string[] {
  return text.map((line) => `# ${line}`.trimEnd());
}

function indent(text: readonly string[]): string[] {
  return text.map((line) => (line === '' ? '' : `  ${line}`));
}

function lines(text: string): string[] {
  return text.trimEnd().split('\n');
}

function valueAt(root: unknown, path: Path): unknown {
  let current = root;
  for (const key of path) {
    if (typeof current !== 'object' || current === null) return undefined;
    current = new Map<string, unknown>(Object.entries(current)).get(String(key));
  }
  return current;
}
