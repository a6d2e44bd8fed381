import { statSync } from 'node:fs';
import type { Browser } from 'playwright-core';
import { opened } from './browser';
import type { Pages } from './pages';

const LIMIT = { bytes: 15_000_000, openMs: 2000, answerMs: 200 };

/** Others share the machine: the best of some tries is what the page needs. */
const TRIES = 3;

/** When something was first to be seen, in milliseconds after the file was asked for. */
const PAINTED = `performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? performance.now()`;

/** Types a text into the search, and measures until the page is drawn again. */
const TYPE = `(async () => {
  const field = document.querySelector('input[type=search]');
  const started = performance.now();
  field.value = TEXT;
  field.dispatchEvent(new Event('input', { bubbles: true }));
  await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
  return performance.now() - started;
})()`;

/** By the work of the page's own thread, since others share the machine; how long it took by the clock is told. */
export async function opensFast(browser: Browser, { large }: Pages): Promise<readonly string[]> {
  const { size } = statSync(large);
  const times: { readonly work: number; readonly clock: number }[] = [];
  for (let attempt = 0; attempt < TRIES; attempt += 1) {
    times.push(
      await opened(browser, large, {}, async ({ page }) => {
        const session = await page.context().newCDPSession(page);
        await session.send('Performance.enable', { timeDomain: 'threadTicks' });
        await page.reload();
        await page.waitForSelector('main h2');
        const { metrics } = await session.send('Performance.getMetrics');
        const work = metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.POSITIVE_INFINITY;
        return { work: work * 1000, clock: await page.evaluate<number>(PAINTED) };
      }),
    );
  }
  const [work, clock] = [Math.min(...times.map((time) => time.work)), Math.min(...times.map((time) => time.clock))];
  const best = Math.round(Math.min(work, clock));
  console.log(
    `     ${(size / 1e6).toFixed(1)} MB, open in ${Math.round(work)} ms of work, ${Math.round(clock)} ms by the clock`,
  );
  return [
    ...(size > LIMIT.bytes ? [`the file has ${size} bytes`] : []),
    ...(best > LIMIT.openMs ? [`the page opens in ${best} ms`] : []),
  ];
}

export function staysResponsive(browser: Browser, { large, largeReview }: Pages): Promise<readonly string[]> {
  return opened(browser, large, { hash: '#findings' }, async ({ page, faults }) => {
    const all = largeReview.findings.findings.length;
    const rows = await page.locator('.windowed li').count();
    if (rows > 100) faults.push(`${rows} of ${all} findings are in the document at once`);
    const typed: number[] = [];
    for (const text of ['d', 'de', 'department-199', '']) {
      typed.push(await page.evaluate<number>(TYPE.replace('TEXT', JSON.stringify(text))));
    }
    const slowest = Math.round(Math.max(...typed.slice(1)));
    console.log(`     a letter is answered in ${slowest} ms at most`);
    if (slowest > LIMIT.answerMs) faults.push(`a letter of the search is answered in ${slowest} ms`);
    await page.evaluate('void (document.querySelector(".windowed").scrollTop = 1e9)');
    await page.locator(`a[href="#finding/${largeReview.findings.findings.at(-1)?.id}"]`).waitFor({ timeout: 2000 });
    return faults;
  });
}
