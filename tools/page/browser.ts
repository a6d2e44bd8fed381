import { pathToFileURL } from 'node:url';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';

/** A page that is looked at, and what went wrong while it was. */
export interface Opened {
  readonly page: Page;
  /** Messages of the console, errors, dialogs, and requests for anything but the file. */
  readonly faults: string[];
}

/** Opens a file at an address in it, does something with it, and closes it again. */
export async function opened<T>(
  browser: Browser,
  file: string,
  { hash = '', ...options }: BrowserContextOptions & { readonly hash?: string },
  work: (opened: Opened) => Promise<T>,
): Promise<T> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
  const page = await context.newPage();
  const faults: string[] = [];
  page.on('console', (message) => faults.push(`console ${message.type()}: ${message.text()}`));
  page.on('pageerror', (error) => faults.push(`error: ${error.message}`));
  page.on('dialog', (dialog) => {
    faults.push(`dialog: ${dialog.message()}`);
    dialog.dismiss().catch(() => undefined);
  });
  page.on('request', (request) => {
    const address = request.url();
    if (!address.startsWith(pathToFileURL(file).href) && !address.startsWith('blob:'))
      faults.push(`request: ${address}`);
  });
  try {
    await page.goto(`${pathToFileURL(file).href}${hash}`);
    await page.waitForSelector('main h2');
    await settled(page);
    return await work({ page, faults });
  } finally {
    await context.close();
  }
}

/** Addresses of all sections, from the page's own list of them. */
export async function sectionsOf(page: Page): Promise<readonly string[]> {
  const links = await page.locator('nav.contents a').all();
  return Promise.all(links.map(async (link) => (await link.getAttribute('href')) ?? ''));
}

/** Goes to an address of the page, as a link in a mail does. */
export async function goTo(page: Page, hash: string): Promise<void> {
  await page.evaluate(`void (location.hash = ${JSON.stringify(hash)})`);
  await settled(page);
}

/** Resolves when what the last action began has been drawn, and the effects that follow a drawing have run. */
export async function settled(page: Page): Promise<void> {
  await page.evaluate(DRAWN_TWICE);
}

/** Effects run in a task after a frame, and may ask for another drawing. */
const DRAWN_TWICE = `(async () => {
  for (let frame = 0; frame < 2; frame += 1)
    await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
})()`;
