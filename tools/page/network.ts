import type { Browser, Page } from 'playwright-core';
import { goTo, opened, settled } from './browser';
import type { Pages } from './pages';

const ARROW = '.stage svg a.line';

/** The map is drawn, and an arrow leads by the keyboard alone to what proves it, and back. */
export function map(browser: Browser, { file, review }: Pages): Promise<readonly string[]> {
  const arrows = review.networks.reduce((sum, network) => sum + network.arrows.length, 0);
  return opened(browser, file, { hash: '#network' }, async ({ page, faults }) => {
    await page.waitForSelector('.stage svg');
    if (arrows === 0) faults.push('the template of the test has no network');
    const drawn = await page.locator(ARROW).count();
    if (drawn === 0) faults.push(`no arrow is drawn of ${arrows}`);
    const first = page.locator(ARROW).first();
    const address = await first.getAttribute('href');
    await first.focus();
    await page.keyboard.press('Enter');
    await page.waitForSelector('.panel');
    await settled(page);
    if ((await page.locator('.panel h3:focus').count()) === 0) faults.push('the panel does not take the focus');
    const text = await page.locator('.panel').innerText();
    if (!/hostile\.json/.test(text)) faults.push(`the panel names no line of the template: ${text.slice(0, 200)}`);
    await page.locator('.panel a.close').focus();
    await page.keyboard.press('Enter');
    await page.waitForSelector('.panel', { state: 'detached' });
    if ((await focusedHref(page)) !== address)
      faults.push('the closed panel does not give the focus back to the arrow');
    await goTo(page, address ?? '');
    await page.waitForSelector('.panel');
    return faults;
  });
}

/** Arrow keys lead from cell to cell of the matrix, and Enter to the proof of the pair. */
export function matrix(browser: Browser, { file }: Pages): Promise<readonly string[]> {
  return opened(browser, file, { hash: '#network' }, async ({ page, faults }) => {
    await page.locator('.matrix a[tabindex="0"], .matrix a').first().focus();
    const before = await focusedHref(page);
    await page.keyboard.press('ArrowDown');
    const after = await focusedHref(page);
    if (after === before || after === undefined) faults.push(`the arrow key leads from ${before} to ${after}`);
    await page.keyboard.press('Enter');
    await page.waitForSelector('.panel');
    return faults;
  });
}

async function focusedHref(page: Page): Promise<string | undefined> {
  await settled(page);
  return page.evaluate<string | undefined>('document.activeElement?.getAttribute("href") ?? undefined');
}
