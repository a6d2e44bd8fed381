import picomatch from 'picomatch';
import type { WaiverScope } from '../../model';
import type { Place } from './place';

type Patterns = string | readonly string[];

/** Whether a scope holds a place: all that it names agrees. */
export function inScope(scope: WaiverScope, place: Place): boolean {
  const { organization, unit, account, stack, constructPath, logicalId, type, property, tag = {} } = scope;
  return (
    agrees(organization, place.organization) &&
    agrees(unit, ...place.units) &&
    agrees(account, ...place.accounts) &&
    agrees(stack, place.stack) &&
    agrees(constructPath, place.constructPath) &&
    agrees(logicalId, place.logicalId) &&
    agrees(type, place.type) &&
    agrees(property, place.property) &&
    Object.entries(tag).every(([key, patterns]) => agrees(patterns, place.tags().get(key)))
  );
}

/** Whether one of the texts, by any of which the same thing is known, is what one of the patterns says. */
function agrees(patterns: Patterns | undefined, ...texts: readonly (string | undefined)[]): boolean {
  if (patterns === undefined) return true;
  return listOf(patterns).some((pattern) =>
    texts.some((text) => text !== undefined && text !== '' && matcherOf(pattern)(text)),
  );
}

/** One pattern or several, as a list. */
export function listOf(patterns: Patterns): readonly string[] {
  return typeof patterns === 'string' ? [patterns] : patterns;
}

/** Whether a pattern stands for more than one text. */
export function isGlob(pattern: string): boolean {
  return picomatch.scan(pattern).isGlob;
}

const MATCHERS = new Map<string, (text: string) => boolean>();

/** A text that is equal always agrees, whatever signs it holds. */
function matcherOf(pattern: string): (text: string) => boolean {
  const known = MATCHERS.get(pattern);
  if (known) return known;
  const glob = isGlob(pattern)
    ? picomatch(pattern, { dot: true, noextglob: true, nonegate: true, windows: false })
    : () => false;
  const made = (text: string): boolean => text === pattern || glob(text);
  MATCHERS.set(pattern, made);
  return made;
}
