import type { SecurityChange } from '../../model';
import { counted } from '../layout';
import { code, html, plain } from '../markdown/escape';
import { Page } from '../markdown/page';
import type { Entry, Section } from './section';
import { sectionsOf } from './sections';
import { sumsOf } from './sums';

/** Entries of a section that are listed; the others are counted. */
const LISTED = 25;

const FOOTER = '\nAll of it: `lionrock diff --format json`; why a rule fires: `lionrock explain RULE`.\n';

/** A change as a comment on a pull request: what is worse stands open, the rest in sections that a reader opens. */
export function changeMarkdown(change: SecurityChange): string {
  const { before, after, errors, notCompared } = change;
  const sections = sectionsOf(change);
  const page = new Page(
    [
      '## Lionrock: what changes in terms of security',
      '',
      `${plain(sumsOf(change))}.`,
      '',
      ...(sections.length > 0 ? [...tableLines(sections), ''] : []),
      ...notCompared.flatMap((text) => [`Not compared: ${plain(text)}.`, '']),
      ...errors.map(({ path, message }) => `- **could not be read** ${code(path)}: ${plain(message)}`),
      ...(errors.length > 0 ? [''] : []),
    ],
    FOOTER,
  );
  page.addDetails(sections.map(sectionText));
  page.add(`Compared ${code(before)} with ${code(after)}.\n`);
  return page.text();
}

function tableLines(sections: readonly Section[]): readonly string[] {
  return [
    '| | worse | not known | better | other |',
    '| --- | --: | --: | --: | --: |',
    ...sections.map(({ title, entries }) => {
      const numbers = (['worse', 'doubt', 'better', 'neutral'] as const).map(
        (weight) => entries.filter((entry) => entry.weight === weight).length || '',
      );
      return `| ${title} | ${numbers.join(' | ')} |`;
    }),
  ];
}

function sectionText({ title, question, entries }: Section): string {
  const isOpen = entries.some(({ weight }) => weight === 'worse' || weight === 'doubt');
  const more = entries.length - LISTED;
  return [
    `<details${isOpen ? ' open' : ''}><summary><strong>${title}</strong>: ${html(question.toLowerCase())} (${entries.length})</summary>`,
    '',
    ...entries.slice(0, LISTED).flatMap(entryLines),
    ...(more > 0 ? [`- … and ${counted(more, 'more change')}`] : []),
    '',
    '</details>',
    '',
  ].join('\n');
}

const MARKS = { worse: '🔴', doubt: '🟡', better: '🟢', neutral: '⚪' } as const;

function entryLines({ word, weight, sentence, details, place }: Entry): readonly string[] {
  const told = details.length > 0 ? `<br>${details.map(plain).join('; ')}` : '';
  return [`- ${MARKS[weight]} **${plain(word)}** ${plain(sentence)}${told}${place === '' ? '' : `<br>${code(place)}`}`];
}
