import { statSync } from 'node:fs';
import type { Browser } from 'playwright-core';
import { opened } from './browser';

/** What a README may weigh. */
const MOST_BYTES = 150_000;

/**
 * The picture of a review page's network, for the README.
 * @param file The page, as `npm start` writes it.
 * @param path Where the PNG goes.
 * @throws where the picture is too large to be kept in the repository
 */
export async function takePicture(browser: Browser, file: string, path: string): Promise<void> {
  await opened(
    browser,
    file,
    { hash: '#network', colorScheme: 'light', viewport: { width: 1280, height: 860 } },
    async ({ page }) => {
      await page.waitForSelector('.stage svg a');
      await page.screenshot({ path });
    },
  );
  const { size } = statSync(path);
  if (size > MOST_BYTES) throw new Error(`${path} has ${size} bytes: expected ${MOST_BYTES} at most`);
  console.log(`${path}, ${Math.round(size / 1000)} kB`);
}
