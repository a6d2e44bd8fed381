import { isRegion } from '../../../model';

/** Something in a text that stands for a region. */
export interface Mention {
  /** The region. */
  readonly region: string;
  /** As it is written: `us-east-1`, `us-east-1a`, `use1-az1`, `us-east-1-bos-1a`. */
  readonly text: string;
  readonly kind: 'region' | 'zone';
}

/** A region’s name, and what a zone’s name adds to it: `a`, `-bos-1a`, `-wl1-bos-wlz-1`. */
const NAMES = /([a-z]{2,4}(?:-[a-z]+){1,2}-\d{1,2})((?:-[a-z]{3}-\d{1,2}|-wl\d-[a-z]{3,4}-wlz-\d{1,2})?[a-z]?)/g;
const ZONE_IDS = /([a-z]{2,4}\d)-(?:az\d|[a-z]{3}\d-az\d|wl\d-[a-z]{3,4}-wlz\d)/g;

/** Beginning of zone ids by region: the initials of its name (`use1` is us-east-1). */
const DIRECTIONS: Readonly<Record<string, string>> = {
  north: 'n',
  south: 's',
  east: 'e',
  west: 'w',
  central: 'c',
  northeast: 'ne',
  northwest: 'nw',
  southeast: 'se',
  gov: 'g',
};

/**
 * Regions and zones that a text names as whole words, or in the host name of an endpoint. Names are compared with the
 * list of regions, never by prefix; a region’s name within the name of something else (`logs-us-east-1`) says nothing.
 */
export function mentionsIn(text: string): readonly Mention[] {
  if (!mayMention(text)) return [];
  const found: Mention[] = [];
  for (const match of text.matchAll(NAMES)) {
    const [whole, region = '', zone = ''] = match;
    if (isRegion(region) && standsAlone(text, match.index, whole.length)) {
      found.push({ region, text: whole, kind: zone === '' ? 'region' : 'zone' });
    }
  }
  for (const match of text.matchAll(ZONE_IDS)) {
    const region = regionOfZoneId(match[1] ?? '');
    if (region !== undefined && standsAlone(text, match.index, match[0].length)) {
      found.push({ region, text: match[0], kind: 'zone' });
    }
  }
  return found;
}

/** Whether it is worth looking for mentions: most texts have no digit where a name of a region or zone has one. */
export function mayMention(text: string): boolean {
  return /[a-z]-\d|[a-z]\d-[a-z]/.test(text);
}

function standsAlone(text: string, start: number, length: number): boolean {
  const before = text.slice(0, start);
  const after = text.slice(start + length);
  if (/^[A-Za-z0-9_-]/.test(after)) return false;
  if (!/[A-Za-z0-9_-]$/.test(before)) return true;
  // The older hosts of S3 write the region behind a hyphen: s3-us-west-2.amazonaws.com.
  return /(?:^|[^A-Za-z0-9_-])s3(?:-website|-accesspoint|-control)?-$/.test(before) && after.startsWith('.amazonaws.');
}

const REGION_OF_ID = new Map<string, string | undefined>();

function regionOfZoneId(id: string): string | undefined {
  if (!REGION_OF_ID.has(id)) REGION_OF_ID.set(id, expanded(id));
  return REGION_OF_ID.get(id);
}

function expanded(id: string): string | undefined {
  const [, letters = '', digit = ''] = /^([a-z]+)(\d)$/.exec(id) ?? [];
  const area = letters.slice(0, 2);
  const rest = letters.slice(2);
  const gov = rest.startsWith('g') ? `${area}-gov` : area;
  const direction = rest.startsWith('g') ? rest.slice(1) : rest;
  const name = Object.entries(DIRECTIONS).find(([, initials]) => initials === direction)?.[0];
  const region = name === undefined ? '' : `${gov}-${name}-${digit}`;
  return isRegion(region) ? region : undefined;
}
