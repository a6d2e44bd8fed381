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
  const text = typeof value === 'string' ? value.replaceAll(/\$\{unknown: [^}]*\}/g, MADE) : statementText(value);
  if (text === '') return 'empty';
  return text.length > MOST ? `${text.slice(0, MOST)}…` : text;
}

const MOST = 160;
const MADE = 'what these templates do not tell';

/** A statement of a policy in words; anything else as JSON. */
function statementText(value: unknown): string {
  if (typeof value !== 'object' || value === null || !('Effect' in value)) return JSON.stringify(value);
  const said = (name: string, before: string, but: string): string => {
    const [own, other] = [textsAt(value, name), textsAt(value, `Not${name}`)];
    return own.length > 0 ? `${before}${listed(own, 3)}` : other.length > 0 ? `${before}${but}${listed(other, 3)}` : '';
  };
  const to = said('Principal', value.Effect === 'Deny' ? ' for ' : ' to ', 'all but ');
  const when = textsAt(value, 'Condition');
  const verb = value.Effect === 'Deny' ? 'denied' : 'allowed';
  return `${said('Action', '', 'all but ')}${said('Resource', ' on ', 'all but ')} ${verb}${to}${when.length > 0 ? `, when ${when.join(' and ')}` : ''}`;
}

function textsAt(value: object, name: string): readonly string[] {
  const found: unknown = Reflect.get(value, name);
  return Array.isArray(found) ? found.map(String) : typeof found === 'string' ? [found] : [];
}
