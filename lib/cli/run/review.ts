import type { GateResult } from '../../model';
import { htmlReport, type Language } from '../../report/html';
import { EXIT, STATUS } from '../exit';
import type { Session } from '../io';
import { writeTo } from '../write-result';
import { judge, keepInputs, tellErrors, type JudgingFlags } from './judgement';

export interface ReviewFlags extends JudgingFlags {
  /** A file, or `-` for standard output. */
  readonly output: string;
  readonly lang: Language;
}

/** Judges the paths and writes the review page; returns the exit status of the verdict. */
export async function runReview(paths: readonly string[], flags: ReviewFlags, session: Session): Promise<number> {
  const judged = await judge(paths, flags, { review: true }, session);
  if (!judged?.review) return EXIT.fail;
  const { result, review } = judged;
  const { output, lang: language, quiet = false } = flags;
  keepInputs(judged, flags, [output]);
  const page = htmlReport(review, { language });
  if (output === '-') session.stdout.write(page);
  else writeTo(output, page);
  if (!quiet && output !== '-') session.stdout.write(`${summaryOf(result, output)}\n`);
  tellErrors(result, session);
  return STATUS[result.verdict];
}

function summaryOf({ verdict, reasons, summary }: GateResult, file: string): string {
  const { fail, unknown, waived, pass } = summary;
  const counts = `${fail} fail, ${unknown} unknown, ${waived} waived, ${pass} pass`;
  return [`verdict  ${[verdict, ...reasons].join('; ')}`, `findings ${counts}`, `page     ${file}`].join('\n');
}
