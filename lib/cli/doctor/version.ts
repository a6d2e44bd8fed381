type Version = readonly [number, number, number];

/**
 * Whether a version lies in a range of one of the forms `>=20`, `^2.276.0` or `1.2.3`.
 * @returns undefined when the range has another form or the version is not one.
 */
export function inRange(version: string, range: string): boolean | undefined {
  const [, operator = '', lowest = ''] = /^(>=|\^)?\s*(.+)$/.exec(range) ?? [];
  const found = versionOf(version);
  const wanted = versionOf(lowest);
  if (!found || !wanted) return undefined;
  if (operator === '') return compare(found, wanted) === 0;
  return compare(found, wanted) >= 0 && (operator === '>=' || found[0] === wanted[0]);
}

function versionOf(text: string): Version | undefined {
  const match = /^v?(\d+)(?:\.(\d+))?(?:\.(\d+))?(?:[-+].*)?$/.exec(text);
  if (!match) return undefined;
  const [, major = '0', minor = '0', patch = '0'] = match;
  return [Number(major), Number(minor), Number(patch)];
}

function compare(a: Version, b: Version): number {
  return a[0] - b[0] || a[1] - b[1] || a[2] - b[2];
}
