import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Beside this module, where the build puts them; from the sources, where the build left them. */
const FOLDERS = ['page', '../../../dist/lib/report/html/page'].map((folder) => join(__dirname, folder));

/** What the build makes of `page/`: one script and one style sheet. */
export interface PageFiles {
  readonly script: string;
  readonly style: string;
}

/**
 * The style sheet alone, for pages that look like it.
 * @throws Error when the page has not been built.
 */
export function pageStyle(): string {
  return pageFiles().style;
}

let read: PageFiles | undefined;

/**
 * The script and the style sheet of the page.
 * @throws Error when the page has not been built.
 */
export function pageFiles(): PageFiles {
  read ??= readPageFiles();
  return read;
}

function readPageFiles(): PageFiles {
  const folder = FOLDERS.find((each) => existsSync(join(each, 'main.js')));
  if (folder === undefined)
    throw new Error(`the review page is not built: ${FOLDERS[0]} has no main.js; run "npm run build"`);
  const text = (name: string) => readFileSync(join(folder, name), 'utf8');
  return { script: text('main.js'), style: text('style.css') };
}
