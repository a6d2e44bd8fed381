import type { Browser } from 'playwright-core';
import { goTo, opened, sectionsOf, settled } from './browser';
import type { Pages } from './pages';
import { HOSTILE } from './templates';

/** Goes through all sections. */
export function isQuiet(browser: Browser, { file }: Pages): Promise<readonly string[]> {
  return opened(browser, file, {}, async ({ page, faults }) => {
    for (const section of await sectionsOf(page)) {
      await page.click(`nav.contents a[href="${section}"]`);
      await page.waitForSelector(`nav.contents a[href="${section}"][aria-current="page"]`);
      await settled(page);
      if ((await page.locator('main').innerText()).trim().length < 20) faults.push(`${section} shows nothing`);
    }
    return faults;
  });
}

/** Looks at everything that shows names of the template. */
export function hostile(browser: Browser, { file, review }: Pages): Promise<readonly string[]> {
  return opened(browser, file, {}, async ({ page, faults }) => {
    const places = [...(await sectionsOf(page)), ...review.findings.findings.map(({ id }) => `#finding/${id}`)];
    let isSeen = false;
    for (const place of places) {
      await goTo(page, place);
      const text = await page.locator('main').innerText();
      isSeen ||= text.includes(HOSTILE);
      if (text.includes('hunter2')) faults.push(`${place} shows a secret`);
    }
    if (!isSeen) faults.push('the hostile name shows nowhere as the text that it is');
    if ((await page.evaluate('window.broken')) !== undefined) faults.push('a name of the template ran as code');
    if ((await page.locator('main img, main script').count()) > 0)
      faults.push('a name of the template became an element');
    return faults;
  });
}
