import type { SecurityChange } from '../../model';
import { escaped, pageStyle, policySum } from '../html';
import { visible } from '../layout';
import type { Entry, Section, Weight } from './section';
import { sectionsOf } from './sections';
import { sumsOf } from './sums';

/** What the style sheet of the review page does not know. */
const OWN = `
main { margin: 0 auto; max-width: 60rem; padding: 1.5rem 1rem 3rem; }
section { margin-top: 2.5rem; }
.changes > li { display: grid; gap: 0 0.75rem; grid-template-columns: 7.5rem 1fr; }
.changes .mark { justify-self: start; align-self: start; }
.changes small { color: var(--soft); display: block; font-size: 0.875rem; }
@media (max-width: 40rem) { .changes > li { grid-template-columns: 1fr; } }
`;

/**
 * A change as one static HTML file: no script, and nothing that it could load from anywhere. Whatever a template calls its
 * resources stays text.
 * @throws Error when the style sheet of the review page has not been built.
 */
export function changeHtml(change: SecurityChange): string {
  const style = `${pageStyle()}${OWN}`;
  const { before, after, errors, notCompared } = change;
  const sections = sectionsOf(change);
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src '${policySum(style)}'; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>Lionrock: what changes in terms of security</title>
<style>${style}</style>
</head>
<body>
<main>
<h1>What changes in terms of security</h1>
<p>${text(sumsOf(change))}.</p>
<p>Compared <code>${text(before)}</code> with <code>${text(after)}</code>.</p>
${notCompared.map((reason) => `<p>Not compared: ${text(reason)}.</p>\n`).join('')}${errors.map(({ path, message }) => `<p><span class="mark status-fail">could not be read</span> <code>${text(path)}</code>: ${text(message)}</p>\n`).join('')}${sections.length > 1 ? contents(sections) : ''}${sections.map(sectionHtml).join('')}</main>
</body>
</html>
`;
}

function contents(sections: readonly Section[]): string {
  const items = sections.map(
    ({ title, entries }) => `<a href="#${idOf(title)}">${text(title)}</a> (${entries.length})`,
  );
  return `<nav aria-label="Questions"><p>${items.join(' · ')}</p></nav>\n`;
}

function idOf(title: string): string {
  return title.toLowerCase();
}

function sectionHtml({ title, question, entries }: Section): string {
  const id = idOf(title);
  return `<section aria-labelledby="${id}">
<h2 id="${id}">${text(title)}</h2>
<p>${text(question)}</p>
<ul class="plain changes">
${entries.map(entryHtml).join('')}</ul>
</section>
`;
}

const MARKS: Readonly<Record<Weight, string>> = {
  worse: 'status-fail',
  doubt: 'status-unknown',
  better: 'status-pass',
  neutral: 'status-waived',
};

function entryHtml({ word, weight, sentence, details, place }: Entry): string {
  const small = details.map((detail) => `<small>${text(detail)}</small>`).join('');
  const where = place === '' ? '' : `<small><code>${text(place)}</code></small>`;
  return `<li><span class="mark ${MARKS[weight]}">${text(word)}</span><div>${text(sentence)}${small}${where}</div></li>\n`;
}

/** Text from a file that nobody trusts. */
function text(content: string): string {
  return escaped(visible(content));
}
