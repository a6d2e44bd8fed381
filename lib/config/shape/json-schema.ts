import { z } from 'zod';
import { landingZoneSchema } from '../schema';

/** The parts of JSON Schema that the config's schema uses. */
export interface JsonSchema {
  readonly type?: string;
  readonly description?: string;
  readonly default?: unknown;
  readonly examples?: readonly unknown[];
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly pattern?: string;
  readonly format?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minLength?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly items?: JsonSchema;
  readonly additionalProperties?: JsonSchema | false;
  readonly oneOf?: readonly JsonSchema[];
  readonly anyOf?: readonly JsonSchema[];
}

let schema: JsonSchema | undefined;

/** The config's schema as JSON Schema (2020-12), for editors; what a user writes, defaults not filled in. */
export function landingZoneJsonSchema(): JsonSchema {
  schema ??= toJsonSchema(landingZoneSchema);
  return schema;
}

/** A schema as JSON Schema (2020-12), for what a user writes: defaults not filled in. */
export function toJsonSchema(of: z.ZodType): JsonSchema {
  const value: object = z.toJSONSchema(of, { io: 'input' });
  return value;
}

/**
 * The part of the schema that describes the value at a path.
 * @param valueAt The value that the config has at a path: decides between the types of workload.
 * @param root Schema of the whole. @default that of the config
 */
export function schemaAt(
  path: readonly PropertyKey[],
  valueAt: (path: readonly PropertyKey[]) => unknown,
  root: JsonSchema = landingZoneJsonSchema(),
): JsonSchema | undefined {
  let current: JsonSchema | undefined = root;
  for (const [index, key] of path.entries()) {
    current = resolveUnion(current, valueAt(path.slice(0, index)));
    current = typeof key === 'number' ? current?.items : childSchema(current, String(key));
    if (!current) return undefined;
  }
  return resolveUnion(current, valueAt(path));
}

function childSchema(parent: JsonSchema | undefined, key: string): JsonSchema | undefined {
  const known = parent?.properties?.[key];
  if (known) return known;
  return parent?.additionalProperties ? parent.additionalProperties : undefined;
}

/** Among alternatives told apart by `type`, the one that the value names; otherwise all of them. */
function resolveUnion(current: JsonSchema | undefined, value: unknown): JsonSchema | undefined {
  if (!current?.oneOf || typeof value !== 'object' || value === null || !('type' in value)) return current;
  const { type } = value;
  return current.oneOf.find((alternative) => alternative.properties?.['type']?.const === type) ?? current;
}
