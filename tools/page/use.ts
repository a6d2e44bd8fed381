import { readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { parse } from 'yaml';
import { waiverRegisterSchema } from '../../lib/model';
import { opened, sectionsOf, settled } from './browser';
import type { Pages } from './pages';

async function counted(page: Page): Promise<string> {
  await settled(page);
  return page.locator('main [role=status]').first().innerText();
}

/** By severity, by a word, and back. */
export function filters(browser: Browser, { file, review }: Pages): Promise<readonly string[]> {
  const { findings, rules } = review.findings;
  const critical = findings.filter(({ rule }) => rules[rule]?.severity === 'critical').length;
  const named = findings.filter(({ logicalId }) => logicalId === 'Database').length;
  return opened(browser, file, { hash: '#findings' }, async ({ page, faults }) => {
    const expect = async (what: string, count: number) => {
      const text = await counted(page);
      if (!text.startsWith(`${count} finding`)) faults.push(`${what}: "${text}" instead of ${count}`);
    };
    await expect('all', findings.length);
    await page.getByLabel(/^Severity/).selectOption('critical');
    await expect('critical', critical);
    if (!page.url().endsWith('?severity=critical')) faults.push(`the address does not follow: ${page.url()}`);
    await page.getByRole('button', { name: 'Clear the filter' }).click();
    await page.getByLabel('Search').fill('rds::dbinstance DATABASE');
    await expect('of the database', named);
    await page.getByLabel('Search').fill('no such thing');
    await page.getByText('No finding agrees with the filter.').waitFor();
    await page.getByRole('button', { name: 'Clear the filter' }).click();
    await page.getByLabel(/^Group by/).selectOption('type');
    await page.locator('h3.group-title', { hasText: 'AWS::KMS::Key' }).first().waitFor();
    return faults;
  });
}

/** Straight to what an address names. */
export async function deepLinks(browser: Browser, { file, review }: Pages): Promise<readonly string[]> {
  const finding = review.findings.findings.at(-1);
  const rule = review.findings.rules[finding?.rule ?? -1];
  const key = review.keys.keys[0];
  const places: readonly (readonly [hash: string, text: string])[] = [
    [`#finding/${finding?.id}`, rule?.remediation ?? '?'],
    ['#finding/none', 'There is no finding none here'],
    ['#control/KEY-05', 'KEY-05'],
    ['#control/NONE-1', 'There is no control NONE-1'],
    ['#waiver/W-2026-001', 'Looked at every week'],
    [`#key/${encodeURIComponent(`${key?.template}#${key?.logicalId}`)}`, 'What the key policy says'],
    ['#findings?status=waived', 'Waived'],
    ['#nowhere', 'What to do first'],
  ];
  const faults: string[] = [];
  for (const [hash, text] of places) {
    await opened(browser, file, { hash }, async ({ page, faults: found }) => {
      if (!(await page.locator('main').innerText()).includes(text)) faults.push(`${hash} does not show "${text}"`);
      faults.push(...found);
    });
  }
  return faults;
}

/** Chooses Chinese, and reads the names of all sections. */
export function languages(browser: Browser, { file }: Pages): Promise<readonly string[]> {
  return opened(browser, file, { hash: '#findings' }, async ({ page, faults }) => {
    await page.getByLabel('Language').selectOption('zh-Hant');
    await settled(page);
    const language = await page.locator('html').getAttribute('lang');
    if (language !== 'zh-Hant-HK') faults.push(`the page calls its language ${language}`);
    for (const section of await sectionsOf(page)) {
      await page.click(`nav.contents a[href="${section}"]`);
      await settled(page);
      const title = await page.locator('main h2').first().innerText();
      if (/[A-Za-z]{3}/.test(title)) faults.push(`${section} is called "${title}"`);
    }
    return faults;
  });
}

/** Saves findings and coverage. */
export function exportsCsv(browser: Browser, { file, review }: Pages): Promise<readonly string[]> {
  return opened(browser, file, { hash: '#findings', acceptDownloads: true }, async ({ page, faults }) => {
    const saved = async () => {
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        page.locator('main button.download').first().click(),
      ]);
      return readFileSync(await download.path(), 'utf8');
    };
    const findings = await saved();
    if (!findings.startsWith('\uFEFFid,status,severity,rule,'))
      faults.push(`findings begin with ${findings.slice(0, 40)}`);
    for (const { id } of review.findings.findings)
      if (!findings.includes(`\r\n${id},`)) faults.push(`${id} is missing`);
    await page.click('nav.contents a[href="#controls"]');
    await settled(page);
    const coverage = await saved();
    const missing = review.controls.controls.filter(({ id }) => !coverage.includes(`\r\n${id},`));
    if (missing.length > 0) faults.push(`controls are missing: ${missing.map(({ id }) => id).join()}`);
    return faults;
  });
}

/** Fills in what is left open, and reads it as the gate would. */
export function waiverStub(browser: Browser, { file, review }: Pages): Promise<readonly string[]> {
  const finding = review.findings.findings.find(({ constructPath, status }) => constructPath && status === 'fail');
  return opened(browser, file, { hash: `#finding/${finding?.id}` }, async ({ page, faults }) => {
    await page.locator('details.stub summary').click();
    await settled(page);
    const stub = await page.locator('details.stub pre').innerText();
    const filled = stub
      .replace('-… #', '-001 #')
      .replaceAll(/(issued|expires): …/g, '$1: 2026-11-26')
      .replaceAll(': …', ': somebody or something');
    const read = waiverRegisterSchema.safeParse(parse(`waivers:\n${filled}`));
    if (!read.success) faults.push(`${read.error.message}: ${filled}`);
    return faults;
  });
}
