import type { Browser } from 'playwright-core';
import { opened } from './browser';
import type { Pages } from './pages';

/** Each place to which something leaves is drawn, with what covers it; what leads there is told in words too. */
export function residencyDrawn(browser: Browser, { file, review }: Pages): Promise<readonly string[]> {
  const places = [...new Set(review.residency.paths.map(({ destination }) => destination))];
  return opened(browser, file, { hash: '#residency' }, async ({ page, faults }) => {
    const drawn = await page.locator('figure.leaving .there').allInnerTexts();
    for (const place of places) if (!drawn.includes(place)) faults.push(`nothing is drawn to ${place}`);
    const arrows = await page.locator('figure.leaving .by').allInnerTexts();
    if (arrows.length === 0) faults.push('the page has nothing to draw: its template should let something leave');
    for (const text of arrows) {
      if (!/transfer/.test(text)) faults.push(`an arrow does not say which transfer covers it: "${text}"`);
    }
    return faults;
  });
}
