import type { ChangedResource } from '../../model';

/** Names that are told one by one; the others are counted. */
const NAMED = 6;

/** A resource by its path or name, and its type. */
export function called({ logicalId, constructPath, resourceType }: ChangedResource): string {
  const name = constructPath?.replace(/\/Resource$/, '') ?? logicalId;
  return name === '' ? 'the template as a whole' : `${name} (${resourceType})`;
}

/** File, line and column where they are known. */
export function placed({ template, location }: ChangedResource): string {
  return location ? `${location.file}:${location.line}` : template;
}

/** `a, b and 3 more` */
export function listed(names: readonly string[], most = NAMED): string {
  const more = names.length - most;
  return more > 0 ? `${names.slice(0, most).join(', ')} and ${more} more` : names.join(', ');
}

/** A value on one line, short. */
export function shortly(value: unknown): string {
  if (value === undefined || value === null) return 'not set';
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  if (text === '') return 'empty';
  return text.length > MOST ? `${text.slice(0, MOST)}…` : text;
}

const MOST = 120;
