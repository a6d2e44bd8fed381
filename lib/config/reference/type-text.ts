import { oneOf, type JsonSchema } from '../shape';

/** The type of a key in words, for the reference page. */
export function typeText(schema: JsonSchema): string {
  if (schema.const !== undefined) return code(schema.const);
  if (schema.enum) return oneOf(schema.enum.map(code));
  if (schema.anyOf) return oneOf(schema.anyOf.map(typeText));
  if (schema.oneOf) return 'mapping, by `type`';
  return (WORDS[schema.type ?? ''] ?? ((): string => 'any value'))(schema);
}

const WORDS: Readonly<Record<string, (schema: JsonSchema) => string>> = {
  array: listText,
  object: ({ additionalProperties: values }) =>
    values && values.type ? `mapping of names to ${typeText(values)}` : 'mapping',
  boolean: () => '`true` or `false`',
  integer: (schema) => `whole number${rangeText(schema)}`,
  number: (schema) => `number${rangeText(schema)}`,
  string: stringText,
};

function listText(schema: JsonSchema): string {
  const { minItems, maxItems } = schema;
  const least = minItems === undefined ? '' : `at least ${minItems}`;
  const most = maxItems === undefined ? '' : `at most ${maxItems}`;
  const size = [least, most].filter((part) => part !== '').join(', ');
  return `list of ${(schema.items ? typeText(schema.items) : 'any value').replace(/^(mapping|whole number)/, '$1s')}${size === '' ? '' : ` (${size})`}`;
}

function rangeText({ minimum, maximum }: JsonSchema): string {
  const highest = maximum === undefined || maximum >= Number.MAX_SAFE_INTEGER ? undefined : maximum;
  if (minimum === undefined) return highest === undefined ? '' : ` up to ${highest}`;
  return highest === undefined ? ` from ${minimum}` : ` from ${minimum} to ${highest}`;
}

function stringText(schema: JsonSchema): string {
  if (schema.format === 'email') return 'e-mail address';
  if (schema.format === 'date') return 'day (YYYY-MM-DD)';
  const [example] = schema.examples ?? [];
  return example === undefined ? 'text' : `text, such as ${code(example)}`;
}

function code(value: unknown): string {
  return `\`${String(value)}\``;
}
