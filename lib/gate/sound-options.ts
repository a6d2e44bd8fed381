import { SEVERITIES, type RunError } from '../model';
import type { FailOn } from './fail-on';
import type { InlineMode } from './inline';
import type { GateOptions } from './options';

/** Options of which those that decide the verdict are there, and have a value that they can have. */
export type SoundOptions = GateOptions &
  Required<Pick<GateOptions, 'failOn' | 'maxUnknown' | 'inline' | 'now' | 'began'>>;

interface Sound {
  /** The options; what is none of the values that an option has is replaced by its strictest one. */
  readonly options: SoundOptions;
  /** What was replaced: the verdict is then not pass. */
  readonly errors: readonly RunError[];
}

const FAIL_ON: readonly unknown[] = ['all', 'new', ...SEVERITIES];
const INLINE: readonly unknown[] = ['strict', 'honour'];

/**
 * Options that can be judged by. Types keep out what is wrong, but not `Number(undefined)`, an invalid date, or what a caller in
 * JavaScript writes; a comparison with any of these is false, and would let everything pass.
 */
export function soundOptions({ failOn, maxUnknown, inline, now, began, ...others }: GateOptions): Sound {
  const errors: RunError[] = [];
  const sound = <T>({ name, value, is, expected }: Asked<T>, strictest: T): T => {
    if (value === undefined) return strictest;
    if (is(value)) return value;
    errors.push({ kind: 'option', path: name, message: `option ${name} is ${String(value)}: expected ${expected}` });
    return strictest;
  };
  const start = sound({ name: 'began', value: began, is: isDate, expected: 'a date that exists' }, new Date());
  const asked = {
    began: start,
    failOn: sound<FailOn>(oneOf('failOn', failOn, FAIL_ON), 'all'),
    maxUnknown: sound({ name: 'maxUnknown', value: maxUnknown, is: (n) => n >= 0, expected: 'a number, 0 or more' }, 0),
    inline: sound<InlineMode>(oneOf('inline', inline, INLINE), 'strict'),
    now: sound({ name: 'now', value: now, is: isDate, expected: 'a date that exists' }, start),
  };
  return { options: { ...others, ...asked }, errors };
}

/** An option as it was given; not given, it has its strictest value, which is the default of all of these. */
interface Asked<T> {
  readonly name: string;
  readonly value: T | undefined;
  readonly is: (value: T) => boolean;
  readonly expected: string;
}

function oneOf<T>(name: string, value: T | undefined, values: readonly unknown[]): Asked<T> {
  return { name, value, is: (given) => values.includes(given), expected: values.join(', ') };
}

function isDate(value: Date): boolean {
  return !Number.isNaN(value.getTime());
}
