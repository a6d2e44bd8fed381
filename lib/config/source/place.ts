import type { LineCounter } from 'yaml';
import type { SourceLocation } from '../../model';

/** A file that was read, as messages name it. */
export interface SourceFile {
  readonly name: string;
  readonly lines: Pick<LineCounter, 'linePos'>;
}

/** A point in a file; line and column are worked out only when something is reported. */
export interface Place {
  readonly file: SourceFile;
  readonly offset: number;
}

export function locationOf(place: Place): SourceLocation {
  const { line, col } = place.file.lines.linePos(place.offset);
  return { file: place.file.name, line: Math.max(line, 1), column: Math.max(col, 1) };
}
