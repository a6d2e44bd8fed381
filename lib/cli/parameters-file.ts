import { parse as parseYaml } from 'yaml';
import { errorText, isJsonMap } from '../model';
import { CannotError } from './exit';
import { readText } from './read-text';

const FORMS = 'expected a map of names to values, or a list of { ParameterKey, ParameterValue }, in JSON or YAML';

/**
 * Values for the parameters of templates: a map of names to values, alone or under `Parameters`, or the list that the
 * AWS command line takes.
 * @throws CannotError when the file cannot be read or has another form.
 */
export function readParameters(path: string): Record<string, string> {
  const entries = entriesOf(parse(path));
  if (!entries) throw new CannotError(`${path}: ${FORMS}`);
  return Object.fromEntries(
    entries.map(([name, value]) => {
      const text = textOf(value);
      if (text === undefined)
        throw new CannotError(`${path}: parameter ${name} is not text, a number or a list of these`);
      return [name, text];
    }),
  );
}

function parse(path: string): unknown {
  const text = readText(path);
  try {
    // Not `silent`, with which the library leaves out what it cannot parse.
    return parseYaml(text, { logLevel: 'error', maxAliasCount: 100 });
  } catch (error) {
    throw new CannotError(`${path}: ${errorText(error).replace(/:$/, '')}: ${FORMS}`);
  }
}

function entriesOf(content: unknown): [string, unknown][] | undefined {
  if (Array.isArray(content)) return listEntries(content);
  if (typeof content !== 'object' || content === null) return undefined;
  const inner: unknown = Reflect.get(content, 'Parameters');
  return Object.entries(isJsonMap(inner) ? inner : content);
}

function listEntries(items: readonly unknown[]): [string, unknown][] | undefined {
  const entries = items.map((item): [unknown, unknown] =>
    typeof item === 'object' && item !== null
      ? [Reflect.get(item, 'ParameterKey'), Reflect.get(item, 'ParameterValue')]
      : [undefined, undefined],
  );
  return entries.every((entry): entry is [string, unknown] => typeof entry[0] === 'string') ? entries : undefined;
}

function textOf(value: unknown): string | undefined {
  if (Array.isArray(value)) {
    const items = value.map(textOf);
    return items.includes(undefined) ? undefined : items.join(',');
  }
  return ['string', 'number', 'boolean'].includes(typeof value) ? String(value) : undefined;
}
