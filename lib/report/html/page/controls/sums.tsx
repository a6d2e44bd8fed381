import { STRINGS } from '../../strings';
import { useSpeech } from '../language';
import type { Counts } from './state';

const { controls: words } = STRINGS;

/** How often something passes, fails, is undecided and waived; what is zero is not said. */
export function Sums({ passes, counts }: { readonly passes: number; readonly counts: Counts | undefined }) {
  const { t } = useSpeech();
  const { fail = 0, unknown = 0, waived = 0 } = counts ?? {};
  const sums = [
    [fail, words.failures],
    [unknown, words.unknowns],
    [waived, words.waivers],
    [passes, words.passes],
  ] as const;
  const text = sums.flatMap(([n, text]) => (n === 0 ? [] : [t(text, { n })])).join(', ');
  return <span class="second">{text}</span>;
}
