import { forAll, forSome, or, type Trilean } from '../../model';
import { arnOf, asText, Elsewhere, holdsForAll, isMap, Partial, Reference, Unknown, type Value } from '../../template';
import type { Statement } from './statement';

export function isAllow({ effect }: Statement): Trilean {
  return isText(effect, 'Allow');
}

export function isDeny({ effect }: Statement): Trilean {
  return isText(effect, 'Deny');
}

/** Whether the value is exactly this text. What is known in part differs from a text without its known parts. */
export function isText(value: Value | undefined, text: string): Trilean {
  if (value instanceof Reference || value instanceof Elsewhere || isPseudo(value)) return false;
  if (value instanceof Partial) return mayBe(value, text) ? 'unknown' : false;
  return value instanceof Unknown ? 'unknown' : asText(value) === text;
}

/** Account, region and the like are given by AWS: never an asterisk or a word. */
function isPseudo(value: Value | undefined): boolean {
  return value instanceof Unknown && value.source?.startsWith('AWS::') === true;
}

function mayBe(value: Partial, text: string): boolean {
  const known = value.parts.filter((part) => typeof part === 'string');
  return known.every((part) => text.includes(part));
}

/** Whether one of the values is exactly this text. */
export function includesText(values: readonly Value[], text: string): Trilean {
  let result: Trilean = false;
  for (const value of values) {
    const is = typeof value === 'string' ? value === text : isText(value, text);
    if (is === true) return true;
    if (is === 'unknown') result = is;
  }
  return result;
}

/** Whether a pattern of a policy (`s3:Get*`) covers a name (`s3:GetObject`); case does not matter in actions. */
export function covers(pattern: Value, name: string): Trilean {
  if (pattern instanceof Reference || pattern instanceof Elsewhere) return false;
  if (pattern instanceof Unknown) return 'unknown';
  const text = asText(pattern) ?? '';
  if (text === '*') return true;
  // Most patterns are of another service: their first letters differ, whatever their case.
  const first = text.charCodeAt(0);
  if (first !== ASTERISK && first !== QUESTION && (first | 32) !== (name.charCodeAt(0) | 32)) return false;
  return matches(text.toLowerCase(), name.toLowerCase());
}

const ASTERISK = 0x2a;
const QUESTION = 0x3f;

/**
 * Matches asterisks and question marks in time proportional to the product of the lengths: only the last asterisk is ever
 * tried again. A regular expression would take for ever on many asterisks.
 */
function matches(pattern: string, text: string): boolean {
  if (!pattern.includes('*') && !pattern.includes('?')) return pattern === text;
  let at = 0;
  let star = -1;
  let resume = 0;
  for (let position = 0; position < text.length;) {
    if (pattern[at] === '*') {
      star = at++;
      resume = position;
    } else if (at < pattern.length && (pattern[at] === '?' || pattern[at] === text[position])) {
      at++;
      position++;
    } else if (star >= 0) {
      at = star + 1;
      position = ++resume;
    } else return false;
  }
  while (pattern[at] === '*') at++;
  return at === pattern.length;
}

/** Whether a statement speaks of an action, by `Action` or by leaving it out of `NotAction`. */
export function speaksOf({ actions, notActions }: Statement, action: string): Trilean {
  if (notActions.length > 0) return forAll(notActions, (pattern) => invert(covers(pattern, action)));
  return forSome(actions, (pattern) => covers(pattern, action));
}

function invert(value: Trilean): Trilean {
  return value === 'unknown' ? value : !value;
}

/** Whether a statement holds for every resource: `Resource: "*"`. */
export function onEverything({ resources }: Statement): Trilean {
  return includesText(resources, '*');
}

/** Whether a statement holds for every identity: `Resource: "*"`, or the ARN of all roles, users, groups or policies. */
export function onEveryIdentity({ resources }: Statement): Trilean {
  return forSome(resources, (value) => or(isText(value, '*'), isEveryIdentity(value)));
}

function isEveryIdentity(value: Value): Trilean {
  const arn = arnOf(value);
  if (!/^(iam|\*)$/.test(asText(arn?.service) ?? '')) return false;
  const resource = asText(arn?.resource);
  return resource !== undefined && /^(\*|(role|user|group|policy)\/?\*+)$/.test(resource);
}

/** Whether a statement holds under a condition only. */
export function hasCondition({ condition }: Statement): Trilean {
  return holdsForAll(condition, isFilled);
}

function isFilled(condition: Value | undefined): boolean {
  return isMap(condition) && Object.keys(condition).length > 0;
}

/**
 * Keys that say how, when or from where a call is made, or what kind of thing it makes, and never which one. Lower case.
 */
const NOT_OF_RESOURCES =
  /^(aws:(securetransport|currenttime|epochtime|tokenissuetime|useragent|referer|multifactorauth(age|present))|rds:(databaseclass|databaseengine|databasename|multiaz|piops|storageencrypted|storagesize|vpc)|ec2:(instancetype|encrypted|volumetype|volumesize|volumeiops|tenancy|islaunchtemplateresource)|s3:(x-amz-acl|x-amz-server-side-encryption|tlsversion|authtype|signatureversion))$/i;

/** Whether a condition may limit a statement to certain resources or callers: one on transport, time or size does not. */
export function limitsResources({ condition }: Statement): Trilean {
  return holdsForAll(condition, hasLimit);
}

function hasLimit(condition: Value | undefined): boolean {
  if (!isMap(condition)) return false;
  return Object.values(condition).some(
    (keys) => !isMap(keys) || Object.keys(keys).some((key) => !NOT_OF_RESOURCES.test(key)),
  );
}
