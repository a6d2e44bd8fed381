import { DynamicReference, isList, isMap, OneOf, Partial, Reference, Unknown, type Part, type Value } from './value';

/** A value in words, for evidence: `arn:${AWS::Partition}:s3:::${Bucket}/*`, `one of: "a", not set`. */
export function describe(value: Value | undefined): string {
  if (value === undefined || value === null) return 'not set';
  if (typeof value === 'string') return value;
  if (value instanceof Reference || value instanceof Unknown) return describePart(value);
  if (value instanceof OneOf) return `one of: ${value.options.map(quoted).join(', ')}`;
  if (isList(value)) return `[${value.map(quoted).join(', ')}]`;
  if (isMap(value))
    return `{${Object.entries(value)
      .map(([key, item]) => `${key}: ${quoted(item)}`)
      .join(', ')}}`;
  return String(value);
}

/** One part of a text; what is made at deployment stands as `${Bucket.Arn}`. */
export function describePart(part: Part): string {
  if (typeof part === 'string') return part;
  if (part instanceof Reference) return `\${${part.logicalId}${part.attribute ? `.${part.attribute}` : ''}}`;
  if (part instanceof Partial) return part.parts.map(describePart).join('');
  if (part instanceof DynamicReference) return `{{resolve:${part.service}:${part.key.map(describePart).join('')}}}`;
  return part.source === undefined ? `\${unknown: ${part.reason}}` : `\${${part.source}}`;
}

function quoted(value: Value): string {
  return typeof value === 'string' ? JSON.stringify(value) : describe(value);
}
