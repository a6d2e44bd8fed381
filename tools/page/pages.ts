import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gate, Reviewer } from '../../lib/gate';
import type { Review, Waiver } from '../../lib/model';
import { profileById } from '../../lib/profiles';
import { htmlReport } from '../../lib/report';
import { HOSTILE, TEMPLATE } from './templates';
import { scaleReview } from './scale';

/** Pages to look at, with what stands in them. */
export interface Pages {
  /** Of a template with findings of every kind and hostile names. */
  readonly file: string;
  readonly review: Review;
  /** Of 200 departments. */
  readonly large: string;
  readonly largeReview: Review;
}

const now = new Date('2026-11-26T00:00:00Z');

const WAIVERS: readonly Waiver[] = [
  {
    id: 'W-2026-001',
    control: 'LOG-08',
    scope: { stack: 'hostile' },
    reason: `The supplier asks for it ${HOSTILE}`,
    compensatingControl: 'Looked at every week',
    riskOwner: 'owner@example.gov.hk',
    approver: 'ditso@example.gov.hk',
    ticket: 'SEC-1',
    issued: '2026-11-01',
    expires: '2026-12-10',
  },
];

/** Writes the pages into a folder. */
export async function writePages(folder: string): Promise<Pages> {
  const input = join(folder, 'hostile.json');
  writeFileSync(input, JSON.stringify(TEMPLATE, undefined, 1));
  const profile = profileById('hk-s17');
  const reviewer = new Reviewer({ profile, now, text: (path) => readFileSync(path, 'utf8') });
  const result = await gate({ profile, now, inputs: [input], waivers: WAIVERS, observer: reviewer });
  const review = reviewer.review(result);
  const largeReview = scaleReview(review, 200, now);
  const write = (name: string, content: Review) => {
    const path = join(folder, name);
    writeFileSync(path, htmlReport(content));
    return path;
  };
  return { file: write('page.html', review), review, large: write('large.html', largeReview), largeReview };
}
