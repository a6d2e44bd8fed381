import type { Browser, Page } from 'playwright-core';
import type { NetworkReview } from '../../lib/model';
import { goTo, opened } from './browser';
import type { Pages } from './pages';
import { FORGETFUL } from './scale-network';

/** More boxes than this nobody reads. */
const LIMIT = { drawnMs: 2000, panelMs: 500, boxes: 60 };

/**
 * The network of a whole government: VPCs of one posture are drawn as one, what nobody declared stands out, and a pair
 * whose blocks were not worked out has the command that does it. By the work of the page's own thread.
 */
export function wideNetwork(browser: Browser, { large, largeReview }: Pages): Promise<readonly string[]> {
  return opened(browser, large, {}, async ({ page, faults }) => {
    const [network] = largeReview.networks;
    if (!network || network.places.length < 600) return ['the large page has no network of 600 zones'];
    const drawn = await workOf(page, async () => {
      await goTo(page, '#network');
      await page.waitForSelector('.stage svg a');
      await page.waitForSelector('.matrix a');
    });
    const boxes = await page.locator('.matrix tbody tr').count();
    if (drawn > LIMIT.drawnMs) faults.push(`the network is drawn in ${drawn} ms`);
    if (boxes > LIMIT.boxes) faults.push(`${boxes} boxes are drawn of ${network.places.length} zones`);
    const opens = Math.max(...(await panels(page, network, faults)));
    if (opens > LIMIT.panelMs) faults.push(`a panel opens in ${opens} ms`);
    const { length: zones } = network.places;
    console.log(`     ${zones} zones in ${boxes} boxes, drawn in ${drawn} ms, a panel in ${opens} ms at most`);
    return faults;
  });
}

/** Opens what is declared, what is not, and what is blocked; gives the milliseconds that each took. */
async function panels(page: Page, network: NetworkReview, faults: string[]): Promise<readonly number[]> {
  const name = `department-${FORGETFUL}`;
  const asked: readonly (readonly [from: string, to: string, text: string])[] = [
    [`${name}/web`, `${name}/app`, `serves-${FORGETFUL}`],
    [`${name}/app`, `${name}/data`, `${name}.json`],
    [`${name}/data`, 'department-0/web', 'lionrock prove reachability'],
  ];
  if (network.arrows.filter(({ kind }) => kind === 'undeclared').length !== 1)
    faults.push('expected one arrow that nobody declared');
  const times: number[] = [];
  for (const [from, to, text] of asked) {
    times.push(
      await workOf(page, async () => {
        await goTo(page, `#flow/${encodeURIComponent(from)}?to=${encodeURIComponent(to)}`);
        await page.locator('.panel h3', { hasText: `${from} → ${to}` }).waitFor();
      }),
    );
    const shown = await page.locator('.panel').innerText();
    if (!shown.includes(text)) faults.push(`${from} → ${to} does not show "${text}": ${shown.slice(0, 200)}`);
  }
  return times;
}

/** Milliseconds that the page's own thread works while something is done. */
async function workOf(page: Page, act: () => Promise<void>): Promise<number> {
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  const total = async (): Promise<number> => {
    const { metrics } = await session.send('Performance.getMetrics');
    return metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.POSITIVE_INFINITY;
  };
  const before = await total();
  await act();
  const after = await total();
  await session.detach();
  return Math.round((after - before) * 1000);
}
