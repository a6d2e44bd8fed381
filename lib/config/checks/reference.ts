import { nearest } from '../../model';
import type { ProblemDraft } from '../problem';
import { oneOf } from '../shape';
import type { Path } from '../source';

/** Things of one kind that may be named, with the place where each gets its name. */
export interface Named {
  readonly name: string;
  /** Absent for names that the profile or this program gives. */
  readonly path?: Path;
}

/** A thing whose name stands in the config. */
export interface NamedAt extends Named {
  readonly path: Path;
}

const MOST_LISTED = 12;

/**
 * A name that leads nowhere; empty when it names one of the candidates.
 * @param remedy What to do when no candidate is near to the name. @default to correct it, or to add such a thing
 */
export function reference(
  path: Path,
  name: string,
  kind: string,
  candidates: readonly Named[],
  remedy?: string,
): readonly ProblemDraft[] {
  const names = candidates.map((candidate) => candidate.name);
  if (names.includes(name)) return [];
  const meant = nearest(name, names);
  const list = names.length > MOST_LISTED ? [...names.slice(0, MOST_LISTED), '…'] : names;
  const expected = names.length === 0 ? `the name of ${kind} (there is none)` : `the name of ${kind}: ${oneOf(list)}`;
  return [
    {
      path,
      message: `there is no ${kind.replace(/^an? /, '')} named "${name}"${meant ? `: did you mean "${meant}"?` : ''}`,
      expected,
      remedy: meant ? `write "${meant}"` : (remedy ?? `correct the name, or add ${kind} named "${name}"`),
      dependsOn: candidates.flatMap((candidate) => (candidate.path ? [candidate.path] : [])),
    },
  ];
}
