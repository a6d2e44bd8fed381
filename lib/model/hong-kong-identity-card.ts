/** Letters, six digits, and the check digit, which is printed in brackets and often written without. */
const NUMBER = /(?<![A-Za-z0-9])([A-Za-z]{1,2})(\d{6})\s?\(?([0-9Aa])\)?(?![A-Za-z0-9])/g;

/** What a missing first letter counts, and what A counts; the other letters follow. */
const BLANK = 36;
const LETTER_A = 10;

/**
 * Whether a text is the number of a Hong Kong identity card (`A123456(3)`, with or without brackets) with its right
 * check digit. The rule is widely published and from memory here; the Immigration Department states no clause for it.
 */
export function isHongKongIdentityCard(text: string): boolean {
  const [match, ...others] = text.trim().matchAll(NUMBER);
  return match !== undefined && others.length === 0 && match[0] === text.trim() && isChecked(match);
}

/**
 * Masks each number of an identity card in a text, and nothing whose check digit is wrong: for programs, before they
 * log. What CloudWatch Logs masks by a regular expression cannot know the check digit.
 * @param mask What stands in its place.
 */
export function maskHongKongIdentityCards(text: string, mask = '[HKID]'): string {
  return text.replaceAll(NUMBER, (...match: string[]) => (isChecked(match) ? mask : (match[0] ?? '')));
}

/** The sum of all eight characters and the check digit, weighted 9 to 1, is a multiple of 11; A stands for 10. */
function isChecked([, letters = '', digits = '', check = '']: readonly string[]): boolean {
  const values = Array.from(letters.toUpperCase(), (letter) => letter.charCodeAt(0) - 'A'.charCodeAt(0) + LETTER_A);
  const padded = values.length === 1 ? [BLANK, ...values] : values;
  const all = [...padded, ...Array.from(digits, Number), check.toUpperCase() === 'A' ? 10 : Number(check)];
  return all.reduce((sum, value, index) => sum + value * (all.length - index), 0) % 11 === 0;
}
