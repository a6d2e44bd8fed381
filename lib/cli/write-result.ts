import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { GateResult } from '../model';
import { jsonReport, textReport } from '../report';
import { errorText } from './error-text';
import { CannotError } from './exit';
import type { FormatTarget } from './formats';
import { showsColour, type Io } from './io';

/** The formats to write: a person gets the text as well when all that was asked for goes to files. */
export function targetsOf(asked: readonly FormatTarget[], quiet: boolean): readonly FormatTarget[] {
  const toOutput = asked.some(({ file }) => file === undefined);
  return toOutput || quiet ? asked : [...asked, { format: 'text' }];
}

/** What makes a document in each format. */
type Makers = Readonly<Record<FormatTarget['format'], (color: boolean) => string>>;

/**
 * Writes a document in the formats asked for.
 * @throws CannotError when a file cannot be written.
 */
export function writeDocument(makers: Makers, targets: readonly FormatTarget[], io: Io): void {
  for (const { format, file } of targets) {
    const content = makers[format](file === undefined && showsColour(io.stdout, io.env));
    if (file === undefined) io.stdout.write(content);
    else writeTo(file, content);
  }
}

/**
 * Writes a result in the formats asked for.
 * @throws CannotError when a file cannot be written.
 */
export function writeResult(result: GateResult, targets: readonly FormatTarget[], io: Io): void {
  writeDocument({ json: () => jsonReport(result), text: (color) => textReport(result, { color }) }, targets, io);
}

function writeTo(file: string, content: string): void {
  try {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, content);
  } catch (error) {
    throw new CannotError(`cannot write ${file}: ${errorText(error)}`);
  }
}
