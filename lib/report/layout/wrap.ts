/** Width of text for people, in columns: the same on every terminal, so that its bytes are the same too. */
export const WIDTH = 80;

/**
 * Text in lines of at most `WIDTH` columns, each behind `indent` spaces. A word that is longer is not broken, but for the
 * path of a property, which breaks after a dot.
 */
export function wrap(text: string, indent: number): string[] {
  const lines: string[] = [];
  let line = '';
  const words = visible(text)
    .split(/\s+/)
    .filter((part) => part !== '');
  for (const word of words.flatMap((whole) => pieces(whole, WIDTH - indent))) {
    if (line !== '' && indent + line.length + 1 + word.length > WIDTH) {
      lines.push(line);
      line = word;
    } else {
      line = line === '' ? word : `${line} ${word}`;
    }
  }
  if (line !== '') lines.push(line);
  return lines.map((content) => `${' '.repeat(indent)}${content}`);
}

function pieces(word: string, width: number): readonly string[] {
  if (word.length <= width || !/^[\w[\].]+$/.test(word)) return [word];
  const found: string[] = [];
  for (const name of word.split(/(?<=\.)/)) {
    const last = found.at(-1);
    if (last !== undefined && last.length + name.length <= width) found.splice(-1, 1, last + name);
    else found.push(name);
  }
  return found;
}

/** A label, and its text beside it in a column of its own. */
export function labelled(label: string, text: string, indent: number, column: number): string[] {
  const [first = '', ...rest] = wrap(text, column);
  return [`${' '.repeat(indent)}${label}`.padEnd(column) + first.slice(column), ...rest];
}

/** Text from a file that nobody trusts: characters that could drive a terminal, or reverse text, become `?`. */
export function visible(text: string): string {
  return text.replaceAll(/\s+/g, ' ').replaceAll(/[\p{Cc}\p{Cf}]/gu, '?');
}

/** A number with its noun: `1 template`, `3 templates`. */
export function counted(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}
