import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { oscalFiles } from '../../report';
import { EXIT, STATUS } from '../exit';
import { inputSums } from '../input-sums';
import type { Session } from '../io';
import { oscalInput } from '../oscal-input';
import { writeTo } from '../write-result';
import { filesOf, judge, keepInputs, tellErrors, type JudgingFlags } from './judgement';

export interface OscalFlags extends JudgingFlags {
  readonly includePassed?: true;
  /** Folder. */
  readonly output: string;
}

/** Judges the paths and writes the set of OSCAL documents; returns the exit status of the verdict. */
export async function runOscal(paths: readonly string[], flags: OscalFlags, session: Session): Promise<number> {
  const { includePassed = false } = flags;
  const judged = await judge(paths, flags, { includePassed, review: false }, session);
  if (!judged) return EXIT.fail;
  const { result, basis } = judged;
  const { output, quiet = false } = flags;
  const inputs = inputSums(result, filesOf(flags));
  const files = oscalFiles(oscalInput({ result, basis, inputs }));
  const written = [...files.keys()].map((name) => join(output, name));
  keepInputs(judged, flags, written);
  for (const [name, content] of files) {
    const file = join(output, name);
    if (content === undefined) rmSync(file, { force: true });
    else writeTo(file, content);
    if (!quiet) session.stdout.write(content === undefined ? `no ${file}: nothing is open\n` : `wrote ${file}\n`);
  }
  if (!quiet) session.stdout.write(`verdict ${[result.verdict, ...result.reasons].join('; ')}\n`);
  tellErrors(result, session);
  return STATUS[result.verdict];
}
