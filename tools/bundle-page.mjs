import { join } from 'node:path';
import { build } from 'esbuild';

/** Sources of the review page. */
export const PAGE = 'lib/report/html/page';

/**
 * Bundles the review page into one script and one style sheet, which the report puts into its file.
 * @param outdir folder below which `lib/report/html/page/` is made
 */
export async function bundlePage(outdir) {
  await build({
    entryPoints: { main: `${PAGE}/main.tsx`, style: `${PAGE}/style/index.css` },
    outdir: join(outdir, PAGE),
    bundle: true,
    minify: true,
    format: 'iife',
    platform: 'browser',
    target: ['es2023', 'chrome120', 'firefox121', 'safari17'],
    // ASCII alone reads the same in whatever way an editor or a mail gateway stores the file.
    charset: 'ascii',
    legalComments: 'inline',
    tsconfig: `${PAGE}/tsconfig.json`,
    logLevel: 'warning',
  });
}
