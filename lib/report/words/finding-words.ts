import type { Finding, JudgedWaiver } from '../../model';

/** What is wrong, in a sentence; of what is unknown, that it could not be decided. */
export function whatOf({ status, message }: Finding): string {
  return status === 'unknown' ? `It could not be decided whether this is so: ${message}` : message;
}

/** What was found and expected, and why: in one sentence, so that equal ones can be told once. */
export function detailsOf({ property, evidence = {}, waiver }: Finding): string {
  const { observed, expected, because } = evidence;
  const facts = [
    ...(observed === undefined ? [] : [short(observed)]),
    ...(expected === undefined ? [] : [`expected ${short(expected)}`]),
    ...(because === undefined ? [] : [because]),
    ...(waiver === undefined ? [] : [`waiver ${waiver}`]),
  ].join('; ');
  return [property, facts].filter((part) => part !== undefined && part !== '').join(': ');
}

/**
 * Why a finding is waived: what the register says of its waiver, or the reason that stands in the template. Empty for one
 * that is not waived.
 */
export function justificationOf(
  { status, waiver, evidence = {} }: Finding,
  waivers: readonly JudgedWaiver[] = [],
): string {
  if (status !== 'waived' || waiver === undefined) return '';
  const entry = waivers.find(({ id }) => id === waiver);
  if (!entry) return [`waiver ${waiver}`, evidence.because].filter((text) => text !== undefined).join(': ');
  const { reason, compensatingControl, riskOwner, approver, ticket, expires } = entry;
  return `waiver ${waiver} until ${expires}: ${reason}; instead: ${compensatingControl}; approved by ${approver} (${ticket}), at the risk of ${riskOwner}`;
}

/** The way that shows it: the things on it, each once and in order. Empty without a witness. */
export function wayOf({ witness = [] }: Finding): string {
  const names = witness.map(({ hop }) => hop).filter((name, index, all) => name !== all[index - 1]);
  return names.length === 0 ? '' : `the way: ${names.join(' > ')}`;
}

/** The resource by its path or name, and its type. */
export function subjectOf({ logicalId, resourceType, constructPath }: Finding): string {
  const name = constructPath ?? logicalId;
  return name === '' ? 'the template as a whole' : `${name} (${resourceType})`;
}

/** Where it stands: file, line and column where they are known. */
export function placeOf({ template, location }: Finding): string {
  return location ? `${location.file}:${location.line}:${location.column}` : template;
}

/** A value on a few lines at most. */
function short(value: unknown): string {
  if (value === '') return '""';
  const text = typeof value === 'string' ? value : spaced(JSON.stringify(value) ?? '');
  return text.length > 160 ? `${text.slice(0, 160)}…` : text;
}

/** JSON with a space behind each mark that is not within a text. */
function spaced(json: string): string {
  return json.replaceAll(/("(?:[^"\\]|\\.)*")|[,:]/g, (found, text?: string) => text ?? `${found} `);
}
