// The folders of lib/profiles are the list of jurisdictions: what names all of them in code is written from that.
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const FOLDER = 'lib/profiles';

const camel = (id) => id.replace(/-([a-z0-9])/g, (_, letter) => letter.toUpperCase());

/** Writes lib/profiles/all-profiles.ts when a folder came or went. */
export function writeProfileList() {
  const ids = readdirSync(FOLDER)
    .filter((id) => existsSync(join(FOLDER, id, 'profile.ts')))
    .toSorted();
  const text = [
    ...ids.map((id) => `import { profile as ${camel(id)} } from './${id}/profile';`),
    `import type { Profile } from './profile';`,
    '',
    '/** All built-in profiles. Written by `npm run build` from the folders beside this file. */',
    'export const ALL_PROFILES: readonly Profile[] = [',
    ...ids.map((id) => `  ${camel(id)},`),
    '];',
    '',
  ].join('\n');
  const path = join(FOLDER, 'all-profiles.ts');
  if (!existsSync(path) || readFileSync(path, 'utf8') !== text) writeFileSync(path, text);
}
