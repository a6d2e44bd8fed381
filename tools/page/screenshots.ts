import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { inEachPlace, SCHEMES, WIDTHS } from './appearance';
import { opened } from './browser';
import type { Pages } from './pages';

/** Pictures of every section at three widths, light and dark, of the network of 200 departments, and one of paper: to be looked at by whoever changes the page. */
export async function takeScreenshots(browser: Browser, pages: Pages, folder: string): Promise<void> {
  mkdirSync(folder, { recursive: true });
  for (const colorScheme of SCHEMES) {
    for (const width of WIDTHS) {
      await inEachPlace(browser, pages, { colorScheme, viewport: { width, height: 900 } }, async (page, place) => {
        const name = place
          .replaceAll(/[^\w-]+/g, '-')
          .replace(/^-/, '')
          .slice(0, 30);
        await page.screenshot({ path: join(folder, `${name}-${width}-${colorScheme}.png`), fullPage: true });
      });
    }
  }
  for (const width of WIDTHS) {
    await opened(browser, pages.large, { hash: '#network', viewport: { width, height: 900 } }, async ({ page }) => {
      await page.waitForSelector('.matrix a');
      await page.screenshot({ path: join(folder, `large-network-${width}.png`), fullPage: true });
    });
  }
  await opened(browser, pages.file, {}, ({ page }) => page.pdf({ format: 'A4', path: join(folder, 'paper.pdf') }));
  console.log(`screenshots in ${folder}`);
}
