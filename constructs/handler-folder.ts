import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { IConstruct } from 'constructs';

/** Beside the built constructs, or in `dist` of the sources. */
const PLACES = ['../lib/handlers', '../dist/lib/handlers'];

/**
 * The folder in which a handler of `lib/handlers` lies bundled, ready to be deployed.
 * @throws Error when the handler was not built.
 */
export function handlerFolder(scope: IConstruct, handler: string): string {
  const folder = PLACES.map((place) => join(__dirname, place, handler)).find((path) =>
    existsSync(join(path, 'index.js')),
  );
  if (folder !== undefined) return folder;
  throw new Error(`[${scope.node.path}] the handler ${handler} is missing: run "npm run build", or install again`);
}
