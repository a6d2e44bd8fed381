import { jsonPlaces } from './json-place';
import { isLikeJson, countKeys, parseJson, rejectDuplicates } from './parse-json';
import { parseYaml } from './parse-yaml';
import type { Places } from './place';
import { ReadError } from './source';
import { survey, type Survey } from '../load/survey';

export interface Parsed extends Survey {
  readonly body: unknown;
  /** Where its values stand: computed when it is called. */
  readonly places: () => Places;
}

/**
 * Body of a template's text, JSON or YAML.
 * @throws ReadError when it is neither, or too large or deep to resolve.
 */
export function parseText(text: string): Parsed {
  const json = isLikeJson(text);
  const { body, places } = json ? { body: parseJson(text), places: () => jsonPlaces(text) } : parseYaml(text);
  const found = survey(body);
  if (found.problem !== undefined) throw new ReadError('parse', found.problem);
  if (json && countKeys(text) !== found.keys) rejectDuplicates(text);
  return { ...found, body, places };
}
