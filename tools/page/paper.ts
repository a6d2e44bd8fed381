import type { Browser } from 'playwright-core';
import { opened, sectionsOf, settled } from './browser';
import type { Pages } from './pages';

/** Prints, and looks at what is there for the printer. */
export function prints(browser: Browser, { file, review }: Pages): Promise<readonly string[]> {
  return opened(browser, file, {}, async ({ page, faults }) => {
    const sections = await sectionsOf(page);
    await page.emulateMedia({ media: 'print' });
    await page.evaluate('void dispatchEvent(new Event("beforeprint"))');
    await settled(page);
    const chapters = await page.locator('main .chapter').count();
    if (chapters !== sections.length) faults.push(`${chapters} of ${sections.length} sections are printed`);
    const listed = await page.locator('.chapter.findings li').count();
    if (listed < review.findings.findings.length) faults.push(`${listed} findings are printed`);
    for (const selector of ['nav.contents', '.settings', 'button']) {
      if (await page.locator(selector).first().isVisible()) faults.push(`${selector} is printed`);
    }
    const pdf = await page.pdf({ format: 'A4' });
    if (pdf.length < 10_000) faults.push(`the PDF has ${pdf.length} bytes`);
    await page.evaluate('void dispatchEvent(new Event("afterprint"))');
    await settled(page);
    if ((await page.locator('main .chapter').count()) !== 1) faults.push('after printing the page does not come back');
    return faults;
  });
}
