// `npm run page-test [-- --screenshots DIR | --picture PAGE PNG]`: the review page in a real browser; docs/review.md.
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { chromium } from 'playwright-core';
import { CHECKS } from './page/checks';
import { writePages } from './page/pages';
import { takePicture } from './page/picture';
import { takeScreenshots } from './page/screenshots';

/** Where Chromium is, by how distributions name it; `CHROMIUM` says another place. */
const PLACES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** Exit status of a run that could not take place, by the convention of automake. */
const SKIPPED = 77;

async function main(argv: readonly string[]): Promise<number> {
  const executablePath = [process.env['CHROMIUM'], ...PLACES].find((path) => path !== undefined && existsSync(path));
  if (executablePath === undefined) {
    console.log(`SKIPPED: the page was not tested: no Chromium at ${PLACES.join(', ')}; apt-get install chromium`);
    return SKIPPED;
  }
  const folder = mkdtempSync(join(tmpdir(), 'lionrock-page-'));
  const browser = await chromium.launch({ executablePath, args: process.getuid?.() === 0 ? ['--no-sandbox'] : [] });
  try {
    const [option, file, picture] = argv;
    if (option === '--picture') {
      await takePicture(browser, resolve(file ?? 'out/review.html'), picture ?? 'docs/review.png');
      return 0;
    }
    const pages = await writePages(folder);
    if (option === '--screenshots') {
      await takeScreenshots(browser, pages, file ?? 'out/screenshots');
      return 0;
    }
    const failed: string[] = [];
    for (const { name, run } of CHECKS) {
      const faults = await run(browser, pages).catch((error: unknown) => [String(error)]);
      console.log(`${faults.length === 0 ? 'ok  ' : 'FAIL'} ${name}`);
      for (const fault of faults) console.log(`     ${fault}`);
      if (faults.length > 0) failed.push(name);
    }
    console.log(`${CHECKS.length - failed.length} passed, ${failed.length} failed`);
    return failed.length === 0 ? 0 : 1;
  } finally {
    await browser.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

main(process.argv.slice(2)).then(
  (status) => {
    process.exitCode = status;
  },
  (error: unknown) => {
    console.error(error);
    process.exitCode = 2;
  },
);
