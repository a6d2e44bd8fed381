// Sums up the objects of a bucket by data set: the first part of an object's key.

/** One line for each data set, by name; objects outside a folder belong to none. */
export function catalogue(objects) {
  const datasets = new Map();
  for (const { Key: key = '', Size: bytes = 0, LastModified: changed } of objects) {
    const [name, ...rest] = key.split('/');
    // A key that ends in a slash is a folder that somebody made by hand.
    if (rest.length === 0 || key.endsWith('/')) continue;
    const known = datasets.get(name) ?? { name, files: 0, bytes: 0, lastChanged: undefined };
    datasets.set(name, {
      name,
      files: known.files + 1,
      bytes: known.bytes + bytes,
      lastChanged: later(known.lastChanged, changed),
    });
  }
  return [...datasets.values()].toSorted((a, b) => a.name.localeCompare(b.name));
}

/** The later of an ISO time and a date; either may be missing. */
function later(known, changed) {
  const time = changed?.toISOString();
  if (known === undefined || time === undefined) return known ?? time;
  return time > known ? time : known;
}
