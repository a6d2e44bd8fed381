import { Partial, type Unknown } from '../../../template';
import { geographyIn, mayMention, mentionsIn } from '../places';
import { leavesTo, STAYS, unknownWay, type Way } from '../ways';
import type { Profile } from '../../../profiles';

/** What is open in a text stands behind one of these where it is the name of a region. */
const BEFORE_REGION = /(--region[ =]|region["']?\s*[:=]\s*["']?|s3[.-]|amazonaws\.com\/)$/i;
const AFTER_REGION = /^\.(amazonaws\.com|api\.aws)/;

/**
 * Regions outside the profile that a text names, and geographies of inference profiles, each once. A way that stays where
 * it names regions of the profile alone.
 */
export function placesNamed(value: string | Unknown, { regions }: Profile): readonly Way[] {
  const texts = typeof value === 'string' ? [value] : value instanceof Partial ? value.parts : [];
  const places = new Set<string>();
  let isNamed = false;
  for (const text of texts) {
    if (typeof text !== 'string') continue;
    for (const { region, text: name, kind } of mentionsIn(text)) {
      isNamed = true;
      if (!regions.includes(region)) places.add(region);
      else if (kind === 'zone' && /-(?:[a-z]{3}-\d|wl\d)/.test(name.slice(region.length))) places.add(name);
    }
    const geography = geographyIn(text);
    if (geography !== undefined) places.add(geography);
  }
  if (places.size === 0) return isNamed ? [STAYS] : [];
  return [...places].map((place) => leavesTo(place));
}

/** Whether a text may name a place, or leave one open. */
export function mayNamePlace(value: string | Unknown): boolean {
  return typeof value !== 'string' || mayMention(value) || geographyIn(value) !== undefined;
}

/** Why it is not known which region a text names; undefined where it surely names none that is open. */
export function openRegion(name: string, value: string | Unknown): Way | undefined {
  if (typeof value === 'string' || value.source === 'AWS::Region') return undefined;
  if (!(value instanceof Partial)) return /region/i.test(name) ? unknownWay(value.reason) : undefined;
  const { parts } = value;
  const isOpen = parts.some((part, index) => {
    if (typeof part === 'string' || !('reason' in part) || part.source?.startsWith('AWS::')) return false;
    const before = parts[index - 1];
    const after = parts[index + 1];
    const isAsked = typeof before === 'string' && BEFORE_REGION.test(before);
    return (
      isAsked ||
      (typeof after === 'string' && AFTER_REGION.test(after) && typeof before === 'string' && before.endsWith('.'))
    );
  });
  return isOpen ? unknownWay(value.reason) : undefined;
}
