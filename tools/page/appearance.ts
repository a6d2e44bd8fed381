import { readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import type { AxeResults } from 'axe-core';
import { goTo, opened, sectionsOf } from './browser';
import type { Pages } from './pages';

/** A phone, a tablet upright, a desk. */
export const WIDTHS = [360, 768, 1440] as const;
export const SCHEMES = ['light', 'dark'] as const;

const AXE = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

/** Every section, a finding and a control, in each width. */
export async function fitsWidths(browser: Browser, pages: Pages): Promise<readonly string[]> {
  const faults: string[] = [];
  for (const width of WIDTHS) {
    await inEachPlace(browser, pages, { viewport: { width, height: 900 } }, async (page, place) => {
      const overflow = await page.evaluate<number>(
        'document.documentElement.scrollWidth - document.documentElement.clientWidth',
      );
      if (overflow > 0) faults.push(`${place} is ${overflow} pixels too wide at ${width}`);
    });
  }
  return faults;
}

/** The rules of axe for WCAG 2.2 AA. */
export async function accessible(browser: Browser, pages: Pages): Promise<readonly string[]> {
  const faults: string[] = [];
  for (const colorScheme of SCHEMES) {
    for (const width of colorScheme === 'light' ? WIDTHS : [1440]) {
      await inEachPlace(browser, pages, { colorScheme, viewport: { width, height: 900 } }, async (page, place) => {
        for (const fault of await axe(page)) faults.push(`${place}, ${colorScheme}, ${width}: ${fault}`);
      });
    }
  }
  return [...new Set(faults)];
}

async function axe(page: Page): Promise<readonly string[]> {
  await page.evaluate(AXE);
  const results = await page.evaluate<AxeResults>(
    'axe.run({ runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"] })',
  );
  return results.violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(
      ({ id, nodes }) =>
        `${id}: ${nodes
          .map(({ html }) => html.slice(0, 120))
          .slice(0, 3)
          .join(' | ')}`,
    );
}

type Options = Parameters<typeof opened>[2];

export async function inEachPlace(
  browser: Browser,
  { file, review }: Pages,
  options: Options,
  work: (page: Page, place: string) => Promise<void>,
): Promise<void> {
  await opened(browser, file, options, async ({ page }) => {
    const [finding] = review.findings.findings;
    const [key] = review.keys.keys;
    const single = [
      `#finding/${finding?.id}`,
      '#control/KEY-05',
      `#key/${encodeURIComponent(`${key?.template}#${key?.logicalId}`)}`,
    ];
    for (const place of [...(await sectionsOf(page)), ...single]) {
      await goTo(page, place);
      await page.waitForTimeout(50);
      await work(page, place);
    }
  });
}
