import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** What this package says of itself in its package.json. */
export interface Manifest {
  readonly name: string;
  readonly version: string;
  /** Range of Node.js versions, for example `>=20`. */
  readonly engines: { readonly node: string };
  /** Ranges of the packages that it shares with its user. */
  readonly peerDependencies: Readonly<Record<string, string>>;
  /** Which of them only some commands need. */
  readonly peerDependenciesMeta: Readonly<Record<string, { readonly optional: boolean }>>;
}

let known: Manifest | undefined;

/**
 * The package.json of this package.
 * @throws Error when the package has been taken apart: no package.json named `lionrock` above this file.
 */
export function packageManifest(): Manifest {
  known ??= findManifest(__dirname);
  return known;
}

/** Version of this package. */
export function toolVersion(): string {
  return packageManifest().version;
}

function findManifest(start: string): Manifest {
  for (let folder = start, parent = dirname(folder); folder !== parent; folder = parent, parent = dirname(folder)) {
    const manifest = manifestIn(folder);
    if (manifest?.name === 'lionrock') return manifest;
  }
  throw new Error(`expected a package.json named "lionrock" above ${start}: install the package again`);
}

function manifestIn(folder: string): Manifest | undefined {
  try {
    return JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  } catch {
    return undefined;
  }
}
