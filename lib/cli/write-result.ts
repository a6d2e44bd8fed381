import { writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { errorText, type Review } from '../model';
import {
  assessmentResultsText,
  csvReport,
  htmlReport,
  jsonReport,
  junitReport,
  leftOutOfSarif,
  markdownReport,
  sarifReport,
  textReport,
} from '../report';
import { CannotError } from './exit';
import type { DocumentFormat, FormatTarget, ResultFormat } from './formats';
import { showsColour, type Io } from './io';
import { makeFolder } from './make-folder';
import { oscalInput, type JudgedRun } from './oscal-input';
import { repositoryOf } from './repository';

/** The formats to write: a person gets the text as well when all that was asked for goes to files. */
export function targetsOf<F extends string>(
  asked: readonly FormatTarget<F>[],
  quiet: boolean,
): readonly FormatTarget<F | 'text'>[] {
  const toOutput = asked.some(({ file }) => file === undefined);
  return toOutput || quiet ? asked : [...asked, { format: 'text' }];
}

/** What makes a document in each format. */
type Makers<F extends string> = Readonly<Record<F, (color: boolean) => string>>;

/**
 * Writes a document in the formats asked for.
 * @throws CannotError when a file cannot be written.
 */
export function writeDocument<F extends string = DocumentFormat>(
  makers: Makers<F>,
  targets: readonly FormatTarget<F>[],
  io: Io,
): void {
  for (const { format, file } of targets) {
    const content = makers[format](file === undefined && showsColour(io.stdout, io.env));
    if (file === undefined) io.stdout.write(content);
    else writeTo(file, content);
  }
}

/** A result, with what only some formats need. */
export interface Outcome extends JudgedRun {
  /** For `html`. */
  readonly review?: Review;
}

/**
 * Writes a result in the formats asked for.
 * @throws CannotError when a file cannot be written.
 */
export function writeResult(outcome: Outcome, targets: readonly FormatTarget<ResultFormat>[], io: Io): void {
  const { result, review } = outcome;
  const makers: Makers<ResultFormat> = {
    json: () => jsonReport(result),
    text: (color) => textReport(result, { color }),
    sarif: () => {
      const leftOut = leftOutOfSarif(result);
      if (leftOut > 0) {
        io.stderr.write(
          `lionrock: the SARIF file leaves out ${leftOut} of the least grave findings, more than GitHub takes: --format json lists all\n`,
        );
      }
      const workingDirectory = process.cwd();
      return sarifReport(result, { workingDirectory, repository: repositoryOf(workingDirectory) });
    },
    junit: () => junitReport(result),
    markdown: () => markdownReport(result),
    oscal: () => assessmentResultsText(oscalInput(outcome)),
    csv: () => csvReport(result),
    html: () => {
      if (!review) throw new Error('no review was made of this result');
      return htmlReport(review);
    },
  };
  writeDocument(makers, targets, io);
}

/**
 * Writes a file, in folders that it makes.
 * @throws CannotError when it cannot be written.
 */
export function writeTo(file: string, content: string): void {
  try {
    makeFolder(dirname(file));
    writeFileSync(file, content);
  } catch (error) {
    throw new CannotError(`cannot write ${file}: ${errorText(error)}`);
  }
}
