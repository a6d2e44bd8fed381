import { asBoolean, asText, describe, isMap, Reference, Unknown, type Value } from '../../../template';
import type { EgressPath } from '../catalogue';
import { openRegion, placesNamed, textsIn } from '../scan';
import {
  arnWay,
  bucketWay,
  hostWay,
  leavesTo,
  modelWay,
  policyWays,
  principalWays,
  regionWay,
  STAYS,
  unknownWay,
  zoneWay,
  type Standpoint,
  type Way,
} from '../ways';
import { isSet } from './set';

/** What a value at a path comes to; several ways where it names several places. */
export type Judge = (value: Value, path: EgressPath, at: Standpoint) => readonly Way[];

/** How values are judged that are given; what is not set is judged apart. */
const JUDGES: Readonly<Record<string, Judge>> = {
  'region-not-allowed': (value, path, at) =>
    isMap(value) ? withinDocument(value, at) : [path.concern === 'zones' ? zoneWay(value, at) : regionWay(value, at)],
  'arn-region-not-allowed': (value, _, at) =>
    isMap(value) ? Object.values(value).map((item) => arnWay(item, at)) : [arnOrHost(value, at)],
  // Destinations of firewalls are maps: log groups and streams are regional, buckets are not.
  'unresolvable-name': (value, _, at) => {
    const named = isMap(value) ? value['bucketName'] : value;
    return [named === undefined || named === null ? STAYS : bucketWay(named, at)];
  },
  'external-host': (value, _, at) => hosts(value, at),
  'inference-profile-prefix': (value, _, at) => [modelWay(value, at)],
  'policy-external-principal': (value, _, at) => policyWays(value, at),
  'definition-scan': (value, _, at) => withinDocument(value, at),
  present: (value, path, at) => {
    if (path.concern === 'sharing') return principalWays(value, at);
    const set = isSet(value);
    if (set === false) return [];
    return [set === true ? leavesTo(path.to ?? '') : unknownWay(reasonOf(value), path.to)];
  },
  true: (value, path) => {
    if (opaque(value)) return [unknownWay(reasonOf(value), path.to)];
    return [asBoolean(value) === true ? leavesTo(path.to ?? '') : STAYS];
  },
  absent: (value) => [isSet(value) === 'unknown' ? unknownWay(reasonOf(value), 'the internet') : STAYS],
};

export function judgeOf({ predicate }: EgressPath): Judge {
  return JUDGES[predicate] ?? oneOfValues(predicate.replace('value-in:', '').split('|'));
}

function oneOfValues(values: readonly string[]): Judge {
  return (value, path) => {
    if (opaque(value)) return [unknownWay(reasonOf(value), path.to)];
    const text = asText(value)?.toLowerCase();
    return [values.some((wanted) => wanted.toLowerCase() === text) ? leavesTo(path.to ?? '') : STAYS];
  };
}

/** Maps of connections hold hosts beside names and ports: an address counts there only when it is one. */
function hosts(value: Value, at: Standpoint): readonly Way[] {
  if (!isMap(value)) return [hostWay(value, at)];
  return textsIn(value).flatMap(({ value: text, name }) => {
    if (typeof text !== 'string') return /url|host|endpoint|issuer|server/i.test(name) ? [hostWay(text, at)] : [];
    const isAddress = /^[a-z][a-z0-9+.-]*:\/\/|^jdbc:/i.test(text) || /host|server|endpoint/i.test(name);
    return isAddress ? [hostWay(text, at)] : [];
  });
}

/** A subscription’s endpoint may be an address of the web or of a person. */
function arnOrHost(value: Value, at: Standpoint): Way {
  const text = asText(value);
  if (text !== undefined && /^https?:\/\//.test(text)) return hostWay(text, at);
  return arnWay(value, at);
}

const CALL = /"?(?:ApiEndpoint|Endpoint)"?\s*:\s*"(https?:\/\/[^"]+)"/g;

/** Regions that a document names, and hosts that it calls. */
function withinDocument(document: Value, at: Standpoint): readonly Way[] {
  if (document instanceof Reference || (document instanceof Unknown && !('parts' in document))) {
    return [unknownWay(`the document is not known: ${reasonOf(document)}`)];
  }
  return textsIn(document).flatMap(({ value, name }): readonly Way[] => {
    const places = placesNamed(value, at.profile);
    const isCall = /endpoint/i.test(name) && (typeof value !== 'string' || /^https?:/.test(value));
    const called = isCall ? [hostWay(value, at)] : typeof value === 'string' ? calls(value, at) : [];
    const open = openRegion(name, value);
    return [...places, ...called, ...(open ? [open] : [])];
  });
}

function calls(text: string, at: Standpoint): readonly Way[] {
  return [...text.matchAll(CALL)].map(([, url = '']) => hostWay(url, at));
}

function opaque(value: Value): boolean {
  return value instanceof Unknown || value instanceof Reference;
}

function reasonOf(value: Value | undefined): string {
  return value instanceof Unknown ? value.reason : `${describe(value)} is made at deployment`;
}
