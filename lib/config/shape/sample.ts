import type { JsonSchema } from './json-schema';

/** A value that the schema accepts: its example or default where it has one, else the smallest of its kind. */
export function sampleOf(schema: JsonSchema): unknown {
  const [given] = [schema.examples?.[0], schema.default, schema.const, schema.enum?.[0]].filter(
    (value) => value !== undefined,
  );
  if (given !== undefined) return structuredClone(given);
  const [alternative] = schema.oneOf ?? schema.anyOf ?? [];
  return alternative ? sampleOf(alternative) : (SMALLEST[schema.type ?? ''] ?? sampleText)(schema);
}

const SMALLEST: Readonly<Record<string, (schema: JsonSchema) => unknown>> = {
  object: sampleObject,
  array: ({ minItems = 0, items = {} }) => Array.from({ length: minItems }, () => sampleOf(items)),
  boolean: () => false,
  integer: ({ minimum = 0 }) => minimum,
  number: ({ minimum = 0 }) => minimum,
};

function sampleObject({ required = [], properties = {} }: JsonSchema): Record<string, unknown> {
  return Object.fromEntries(required.map((key) => [key, sampleOf(properties[key] ?? {})]));
}

function sampleText({ format, minLength = 1 }: JsonSchema): string {
  return format === 'date' ? '2027-03-31' : 'x'.repeat(minLength);
}
