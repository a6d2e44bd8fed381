import { maskHongKongIdentityCards } from '../../model';
import type { ExchangeSettings } from './settings';

/**
 * Why the content of an object may not leave; undefined when nothing speaks against it. What cannot be read as text is not
 * let through: nobody could tell what is in it.
 */
export function contentProblem(key: string, body: Buffer, settings: ExchangeSettings): string | undefined {
  const { kinds, maxBytes, markings, personalData } = settings;
  if (!kinds.some((kind) => key.toLowerCase().endsWith(kind))) {
    return `its name ends in none of ${kinds.join(', ')}: other kinds cannot be inspected`;
  }
  if (body.length > maxBytes) return `it has ${body.length} bytes: expected at most ${maxBytes}`;
  const text = textOf(body);
  if (text === undefined) return 'it is no text in UTF-8, and cannot be inspected';
  const marking = markings.find((level) => isMarked(text, level));
  if (marking !== undefined) return `it carries the marking ${marking}, above what the transfer moves`;
  if (!personalData && maskHongKongIdentityCards(text) !== text) return 'it holds a number of an identity card';
  return undefined;
}

function textOf(body: Buffer): string | undefined {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(body);
    return text.includes('\0') ? undefined : text;
  } catch {
    return undefined;
  }
}

/** A marking stands in capitals, as a word of its own. */
function isMarked(text: string, level: string): boolean {
  const words = level.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return new RegExp(`(?<![A-Z])${words}(?![A-Z])`).test(text);
}
