import { isJsonList, isJsonMap, type Json } from '../json';

/**
 * Text that is the same for two values that AWS takes for the same: in lists, which are sets to AWS, the order tells nothing,
 * one item is as good as a list of it, "true" is true, and what is off, empty or absent is not set.
 */
export function canonical(value: Json | undefined): string {
  if (value === undefined || value === null || value === false || value === '' || value === 'false') return '';
  if (isJsonList(value)) return listText(value);
  if (isJsonMap(value)) return mapText(value);
  return JSON.stringify(String(value));
}

function listText(items: readonly Json[]): string {
  const texts = [...new Set(items.map(canonical))].filter((text) => text !== '').toSorted();
  const [only = '', ...others] = texts;
  return others.length === 0 ? only : `[${texts.join()}]`;
}

function mapText(map: Readonly<Record<string, Json>>): string {
  const entries = Object.entries(map)
    .map(([key, item]) => [key, canonical(item)] as const)
    .filter(([, text]) => text !== '')
    .toSorted(([a], [b]) => (a < b ? -1 : 1));
  return entries.length === 0 ? '' : `{${entries.map(([key, text]) => `${JSON.stringify(key)}:${text}`).join()}}`;
}

/** Whether AWS takes two values for the same. */
export function isSame(designed: Json | undefined, found: Json | undefined): boolean {
  return canonical(designed) === canonical(found);
}

/** The same for policies, of which AWS writes some words anew when it stores them. */
export function isSamePolicy(designed: Json | undefined, found: Json | undefined): boolean {
  return isSame(policyWords(designed), policyWords(found));
}

/** An account is its root principal, and everybody is everybody. */
export function policyWords(value: Json | undefined, key = ''): Json {
  if (key === 'Condition') return conditionWords(value);
  if (isJsonList(value)) return value.map((item) => policyWords(item, key));
  if (!isJsonMap(value)) return key === 'AWS' && typeof value === 'string' ? rootOf(value) : (value ?? null);
  if (key.endsWith('Principal') && value['AWS'] === '*') return policyWords('*');
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, policyWords(item, name)]));
}

/** What conditions compare with says something also where it is "false" or empty. */
function conditionWords(value: Json | undefined): Json {
  if (isJsonList(value)) return value.map(conditionWords);
  if (!isJsonMap(value)) return `=${value ?? ''}`;
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, conditionWords(item)]));
}

function rootOf(principal: string): string {
  return /^arn:[^:]+:iam::(\d{12}):root$/.exec(principal)?.[1] ?? principal;
}
