/**
 * A regular expression for the whole numbers of at least, or at most, a limit, as text without sign: templates write
 * numbers as text too, and Guard does not compare those.
 */
export function numberPattern(is: 'at-least' | 'at-most', limit: number): string {
  const digits = Array.from(String(limit), Number);
  const turns = digits.flatMap((digit, index) => {
    const [from, to] = is === 'at-least' ? [digit + 1, 9] : [0, digit - 1];
    if (from > to) return [];
    const rest = digits.length - index - 1;
    return [`${digits.slice(0, index).join('')}[${from}-${to}]${rest > 0 ? `\\d{${rest}}` : ''}`];
  });
  const length = digits.length;
  const others = is === 'at-least' ? [`[1-9]\\d{${length},}`] : length > 1 ? [`\\d{1,${length - 1}}`] : [];
  return [...others, ...turns, String(limit)].join('|');
}
