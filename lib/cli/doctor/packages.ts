import { readFileSync, realpathSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { Check } from '../../model';
import { packageManifest } from '../../model/package';
import { inRange } from './version';

/** A package as some place of the installation finds it. */
interface Copy {
  readonly folder: string;
  readonly version: string;
}

/** Packages of which there must be one copy: a second one of aws-cdk-lib makes cdk-nag silent. */
const SHARED = ['aws-cdk-lib', 'constructs', 'cdk-nag'] as const;

/** Whether Node.js is in the range that this package asks for. */
export function checkNode(version: string): Check {
  const range = packageManifest().engines.node;
  const state = inRange(version, range) === true ? 'ok' : 'fail';
  return {
    id: 'node',
    what: 'Node.js',
    state,
    found: version,
    expected: range,
    remedy: 'install a version of Node.js in that range',
  };
}

/**
 * Versions of the packages shared with the user, and that there is one copy of each.
 * @param folder Folder of the project that uses them.
 */
export function checkPackages(folder: string): Check[] {
  return SHARED.map((name) => checkPackage(name, folder));
}

function checkPackage(name: (typeof SHARED)[number], folder: string): Check {
  const range = packageManifest().peerDependencies[name] ?? '*';
  const copies = copiesOf(name, folder);
  const [first, ...others] = copies;
  const base = { id: 'package', what: name };
  const expected = `${range}, one copy`;
  if (!first)
    return { ...base, state: 'fail', found: 'not installed', expected, remedy: `npm install ${name}@${range}` };
  if (others.length > 0) {
    const found = copies.map((copy) => `${copy.version} in ${copy.folder}`).join(' and ');
    return {
      ...base,
      state: 'fail',
      found,
      expected,
      remedy: `npm ls ${name} shows who asks for which; then npm dedupe`,
    };
  }
  const state = inRange(first.version, range) === true ? 'ok' : 'fail';
  return { ...base, state, found: first.version, expected, remedy: `npm install ${name}@${range}` };
}

/** The copies that the project, this package and the shared packages themselves find. */
function copiesOf(name: string, folder: string): Copy[] {
  const starts = [folder, __dirname];
  const users = starts.flatMap((start) => SHARED.flatMap((user) => findCopy(user, start)?.folder ?? []));
  const found = [...starts, ...users].flatMap((start) => findCopy(name, start) ?? []);
  return [...new Map(found.map((copy) => [copy.folder, copy])).values()];
}

function findCopy(name: string, start: string): Copy | undefined {
  try {
    const manifest = createRequire(join(start, 'package.json')).resolve(`${name}/package.json`);
    const { version }: { readonly version: string } = JSON.parse(readFileSync(manifest, 'utf8'));
    return { folder: realpathSync(dirname(manifest)), version };
  } catch {
    return undefined;
  }
}
