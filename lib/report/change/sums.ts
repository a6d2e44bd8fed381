import type { SecurityChange } from '../../model';

/** What changed in numbers, in words; that nothing did, where nothing did. */
export function sumsOf({ summary, cost, errors }: SecurityChange): string {
  const { opened, closed, weakened, strengthened, claims, replaced, fixed } = summary;
  const numbers: readonly (readonly [number, string])[] = [
    [opened, 'opened'],
    [closed, 'closed'],
    [weakened, 'weakened'],
    [strengthened, 'strengthened'],
    [claims, 'claimed otherwise'],
    [replaced, 'replaced or interrupted'],
    [summary.new - weakened, 'new findings'],
    [fixed, 'fixed'],
  ];
  const told = numbers.filter(([number]) => number > 0).map(([number, word]) => `${number} ${word}`);
  if (told.length > 0) return told.join(', ');
  if (errors.length > 0) return 'not known';
  return cost.length > 0 ? 'nothing but what it costs' : 'nothing in terms of security';
}
