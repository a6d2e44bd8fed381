import type { NetworkReview } from '../../../../model';
import { STRINGS } from '../../strings';
import { useSpeech } from '../language';
import { Original } from '../ui/original';

const { network: words } = STRINGS;
const ANSWERS = {
  yes: { word: words.holdsYes, sign: '✓', status: 'pass' },
  no: { word: words.holdsNo, sign: '✕', status: 'fail' },
  unknown: { word: words.holdsUnknown, sign: '?', status: 'unknown' },
} as const;

/** What holds of the network as a whole, each with what it does not hold for. */
export function Properties({ review }: { readonly review: NetworkReview }) {
  const { t } = useSpeech();
  if (review.properties.length === 0) return null;
  return (
    <>
      <h3>{t(words.proven)}</h3>
      <ul class="plain properties">
        {review.properties.map(({ name, answer, counterexamples }) => (
          <li key={name}>
            <span class={`mark status-${ANSWERS[answer].status}`}>
              <span aria-hidden="true">{ANSWERS[answer].sign}</span> {t(ANSWERS[answer].word)}
            </span>{' '}
            <Original>{name}</Original>
            {answer !== 'yes' && counterexamples.length > 0 && (
              <ul>
                {counterexamples.map((each) => (
                  <li key={each}>
                    <Original>{each}</Original>
                  </li>
                ))}
              </ul>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}
