import { readRegister, type ConfigProblem } from '../../config';
import { waiverRegisterSchema, type Waiver } from '../../model';
import { duplicatesAmong, waiverProblems, type WaiverTerms } from './problems';
import { entriesOf, type RegisterEntry } from './register-entries';

/** Registers that could be read, with all that is wrong with them, by file and position. */
export interface ReadWaivers {
  readonly kind: 'read';
  readonly waivers: readonly Waiver[];
  /** Empty when the registers are right; otherwise nothing should be judged by them. */
  readonly problems: readonly ConfigProblem[];
}

/** A register that cannot be read or parsed: one line with the file and, where there is one, the position. */
export interface UnreadableWaivers {
  readonly kind: 'unreadable';
  readonly message: string;
}

/** Reads registers of waivers, and holds each waiver against the terms and the others. */
export function readWaivers(files: readonly string[], terms: WaiverTerms): ReadWaivers | UnreadableWaivers {
  const entries: RegisterEntry[] = [];
  const problems: ConfigProblem[] = [];
  for (const file of files) {
    const register = readRegister(file, waiverRegisterSchema);
    if (register.kind === 'unreadable') return register;
    problems.push(...register.problems);
    entries.push(...entriesOf(register));
  }
  problems.push(...entries.flatMap((entry) => meaningProblems(entry, terms)), ...duplicateProblems(entries));
  return { kind: 'read', waivers: entries.map(({ waiver }) => waiver), problems };
}

function meaningProblems({ register, index, waiver }: RegisterEntry, terms: WaiverTerms): readonly ConfigProblem[] {
  return waiverProblems(waiver, terms).map((draft) =>
    register.place({
      ...draft,
      path: ['waivers', index, ...draft.path],
      message: `waiver "${waiver.id}": ${draft.message}`,
    }),
  );
}

function duplicateProblems(entries: readonly RegisterEntry[]): readonly ConfigProblem[] {
  return duplicatesAmong(entries.map(({ waiver }) => waiver.id)).flatMap(([again, first]) => {
    const [entry, earlier] = [entries[again], entries[first]];
    if (!entry || !earlier) return [];
    const place = earlier.register.place({
      path: ['waivers', earlier.index, 'id'],
      message: '',
      expected: '',
      remedy: '',
    });
    return [
      entry.register.place({
        path: ['waivers', entry.index, 'id'],
        message: `the id "${entry.waiver.id}" is taken: ${place.file}:${place.line} has it first`,
        expected: 'an id of its own for each waiver, over all registers',
        remedy: 'remove one of the two, or give it another id',
      }),
    ];
  });
}
