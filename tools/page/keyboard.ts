import type { Browser, Page } from 'playwright-core';
import { opened, settled } from './browser';
import type { Pages } from './pages';

/** What has the focus, in short. */
function focused(page: Page): Promise<string> {
  return page.evaluate<string>(
    '((at) => `${at?.tagName} ${at?.id || at?.className || ""} ${at?.textContent?.slice(0, 60)}`)(document.activeElement)',
  );
}

async function press(page: Page, key: string): Promise<void> {
  await page.keyboard.press(key);
  await settled(page);
}

async function tabTo(page: Page, selector: string): Promise<boolean> {
  for (let steps = 0; steps < 60; steps += 1) {
    await press(page, 'Tab');
    if ((await page.locator(`${selector}:focus`).count()) > 0) return true;
  }
  return false;
}

/** From the top to a finding, through the list, and back. */
export function keyboard(browser: Browser, { file, review }: Pages): Promise<readonly string[]> {
  return opened(browser, file, {}, async ({ page, faults }) => {
    const need = async (is: boolean, what: string) => {
      if (!is) faults.push(`${what}; the focus is on: ${await focused(page)}`);
    };
    await press(page, 'Tab');
    await need(await page.locator('a.skip:focus').isVisible(), 'the first stop is not the way to the content');
    await press(page, 'Enter');
    await need((await page.locator('main:focus').count()) === 1, 'the way to the content does not lead there');
    await page.locator('nav.contents a[href="#findings"]').focus();
    await press(page, 'Enter');
    await page.waitForSelector('.windowed');
    await need(await tabTo(page, '.finding-link'), 'Tab does not reach the list');
    const first = await focused(page);
    await press(page, 'ArrowDown');
    await need((await focused(page)) !== first, 'the arrow goes nowhere');
    await press(page, 'End');
    const last = review.findings.findings.at(-1);
    await need(
      (await page.locator(`.finding-link:focus[href="#finding/${last?.id}"]`).count()) === 1,
      'End does not lead to the last finding',
    );
    await press(page, 'Home');
    await press(page, 'Enter');
    await page.waitForSelector('.detail article');
    await settled(page);
    await need((await page.locator('.detail h3:focus').count()) === 1, 'the finding does not take the focus');
    await page.goBack();
    await settled(page);
    await need((await page.locator('.detail article').count()) === 0, 'the way back does not close the finding');
    return faults;
  });
}
