import type { Template } from './graph';

/** The accounts of a landing zone to which templates belong, by the markers that they carry. */
export function markedAccounts(templates: readonly Template[]): ReadonlySet<string> {
  return new Set(templates.flatMap(({ claims }) => (claims?.marker ? [claims.marker.account] : [])));
}
