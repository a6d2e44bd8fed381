import { accessReview } from '../../gate';
import { accessReviewMarkdown } from '../../report';
import { CannotError, EXIT } from '../exit';
import type { Session } from '../io';
import { writeTo } from '../write-result';
import { judge, keepInputs, tellErrors, type JudgingFlags } from './judgement';

export interface AccessReviewFlags extends JudgingFlags {
  readonly tier: '1' | '2' | '3';
  readonly format: 'markdown' | 'json';
  /** A file, or `-` for standard output. */
  readonly output: string;
}

/**
 * Reads the paths and writes who has privileged access.
 * @returns 0, or 2 when something could not be read: the list may then lack somebody.
 * @throws CannotError when there is no config, which says the tiers of accounts.
 */
export async function runAccessReview(
  paths: readonly string[],
  flags: AccessReviewFlags,
  session: Session,
): Promise<number> {
  const { tier, format, output, quiet = false } = flags;
  if (flags.config === undefined) {
    throw new CannotError(
      'access-review needs -c FILE: the config of the landing zone says the system tier of each account',
    );
  }
  const judged = await judge(paths, flags, { review: true, history: false }, session);
  if (!judged?.review) return EXIT.fail;
  keepInputs(judged, flags, [output]);
  const { result, review, basis } = judged;
  const { profile, registers, now = new Date() } = basis;
  if (!registers) throw new Error('the config was read, and gave no registers');
  const list = accessReview(review, registers, { profile, now }, Number(tier));
  const text = format === 'json' ? `${JSON.stringify(list, null, 2)}\n` : accessReviewMarkdown(list);
  if (output === '-') session.stdout.write(text);
  else {
    writeTo(output, text);
    if (!quiet) session.stdout.write(`wrote ${output}\n`);
  }
  tellErrors(result, session);
  const isWhole = result.errors.length === 0 && list.accounts.every(({ isRead }) => isRead);
  return isWhole ? EXIT.pass : EXIT.undecided;
}
