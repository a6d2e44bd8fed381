import { visible } from '../layout';

/** What would not be shown as it is, and what stands for it: markup, addresses that become links, mentions, numbers of issues. */
const MARKUP: readonly (readonly [RegExp, string])[] = [
  [/&/g, '&amp;'],
  [/</g, '&lt;'],
  [/>/g, '&gt;'],
  [/[\\`*_[\]|~$]/g, String.raw`\$&`],
  [/([@#])(?=[\w-])/g, '$1&#8203;'],
  [/(https?|ftp):(?=\/\/)/gi, '$1&#58;'],
  [/\bwww\./gi, 'www&#46;'],
];

/** Longest text in characters; the JSON result holds all of it. */
const MOST = 500;

/** Text from a file that nobody trusts, on one line, shown as it is. */
export function plain(text: string): string {
  return MARKUP.reduce((escaped, [pattern, instead]) => escaped.replace(pattern, instead), shown(text));
}

/** The same as code, in a fence that is longer than any in it. */
export function code(text: string): string {
  const content = shown(text);
  if (content === '') return '';
  const longest = Math.max(0, ...[...content.matchAll(/`+/g)].map(([ticks]) => ticks.length));
  const fence = '`'.repeat(longest + 1);
  const pad = content.startsWith('`') || content.endsWith('`') ? ' ' : '';
  // A bar ends a cell of a table even within code.
  return `${fence}${pad}${content.replaceAll('|', '¦')}${pad}${fence}`;
}

/** The same within an element of HTML: all but letters, digits and plain punctuation is written by its number. */
export function html(text: string): string {
  const escaped = shown(text).replaceAll(/[^\p{L}\p{N} ,;()/_-]/gu, (character) => `&#${character.codePointAt(0)};`);
  // Mentions and numbers of issues are found in what is shown, and so in this too.
  return escaped.replaceAll(/&#(?:64|35);/g, '$&&#8203;');
}

function shown(text: string): string {
  const line = visible(text).trim();
  return line.length > MOST ? `${line.slice(0, MOST)}…` : line;
}
