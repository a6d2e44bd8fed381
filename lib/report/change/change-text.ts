import type { SecurityChange } from '../../model';
import { counted, labelled, paintFor, visible, wrap, type Paint } from '../layout';
import type { Entry, Section, Weight } from './section';
import { sectionsOf } from './sections';
import { sumsOf } from './sums';

/** Entries of a section that are told; the others are counted. */
const SHOWN = 20;

/** Column in which sentences stand. */
const COLUMN = 14;

/** A change as JSON: the same change gives the same bytes. */
export function changeJson(change: SecurityChange): string {
  return `${JSON.stringify(change, undefined, 2)}\n`;
}

/** A change for people, in 80 columns: an answer to each question of a reviewer, a sentence for each change, then the sums. */
export function changeText(change: SecurityChange, { color = false }: { readonly color?: boolean } = {}): string {
  const paint = paintFor(color);
  const { errors, notCompared, before, after } = change;
  const lines = [
    ...sectionsOf(change).flatMap((section) => sectionLines(section, paint)),
    ...notCompared.flatMap((text) => [...wrap(`Not compared: ${text}`, 0), '']),
    ...errors.flatMap(({ path, message }) => [`${paint.bad('ERROR')}  ${visible(path)}`, ...wrap(message, 7), '']),
    ...labelled('Compared', `${before} with ${after}`, 0, 11),
    ...labelled('Change', sumsOf(change), 0, 11),
  ];
  return `${lines.join('\n')}\n`;
}

function sectionLines({ title, entries }: Section, paint: Paint): readonly string[] {
  const more = entries.length - SHOWN;
  return [
    paint.bold(title),
    ...entries.slice(0, SHOWN).flatMap((entry) => entryLines(entry, paint)),
    ...(more > 0 ? [paint.dim(`  … and ${counted(more, 'more change')}; --format json lists all`)] : []),
    '',
  ];
}

function entryLines({ word, weight, sentence, details, place }: Entry, paint: Paint): readonly string[] {
  const [first = '', ...rest] = labelled(word, sentence, 2, COLUMN);
  return [
    first.replace(word, paint[COLOURS[weight]](word)),
    ...rest,
    ...[...details, ...(place === '' ? [] : [place])].flatMap((text) => wrap(text, COLUMN + 2)).map(paint.dim),
  ];
}

const COLOURS: Readonly<Record<Weight, keyof Paint>> = {
  worse: 'bad',
  better: 'good',
  doubt: 'doubt',
  neutral: 'bold',
};
