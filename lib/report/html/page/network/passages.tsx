import type { NetworkPassage, NetworkReview } from '../../../../model';
import { STRINGS } from '../../strings';
import { useSpeech } from '../language';
import type { Addresses } from './chosen';
import { trafficText } from './traffic';
import { Way } from './way';

const { network: words } = STRINGS;

/** What reaches a place from another by way of something. */
export function passagesOf({ passages }: NetworkReview, from: number, to: number): readonly NetworkPassage[] {
  return passages.filter((passage) => passage.from === from && passage.to === to);
}

interface PassagesProps {
  readonly review: NetworkReview;
  readonly passages: readonly NetworkPassage[];
}

/** For a pair of places, each with what leads there and what shows it. */
export function Passages({ review, passages }: PassagesProps) {
  const { t } = useSpeech();
  return (
    <>
      {passages.map((passage, index) => (
        <section key={index}>
          <h4>{t(passage.answer === 'yes' ? words.byWay : words.byWayPerhaps, { way: namesOf(review, passage) })}</h4>
          <p>
            {t(words.connectsWith)}: <strong>{trafficText(passage.traffic, t)}</strong>. {t(words.arrivesAs)}:{' '}
            <strong>{trafficText(passage.received, t)}</strong>.
          </p>
          <Way review={review} hops={passage.way} />
        </section>
      ))}
    </>
  );
}

/** All of them, as a table. Empty where there are none. */
export function PassageTable({ review, addresses }: { readonly review: NetworkReview; readonly addresses: Addresses }) {
  const { t } = useSpeech();
  const { passages, places } = review;
  if (passages.length === 0) return null;
  return (
    <>
      <h3>{t(words.throughList)}</h3>
      <p class="hint">{t(words.throughHelp)}</p>
      <div class="scroll" tabIndex={0} role="region" aria-label={t(words.throughList)}>
        <table>
          <thead>
            <tr>
              {[words.from, words.to, words.byWayOf, words.connectsWith, words.arrivesAs].map((word, index) => (
                <th key={index} scope="col">
                  {t(word)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {passages.slice(0, MOST_ROWS).map((passage, index) => (
              <tr key={index}>
                <td>{places[passage.from]?.name}</td>
                <td>
                  <a href={addresses.pair(passage.from, passage.to)}>{places[passage.to]?.name}</a>
                </td>
                <td>
                  {namesOf(review, passage)}
                  {passage.answer === 'unknown' && <span class="second"> {t(STRINGS.arrowShort.unknown)}</span>}
                </td>
                <td>{trafficText(passage.traffic, t)}</td>
                <td>{trafficText(passage.received, t)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {passages.length > MOST_ROWS && <p>{t(words.more, { n: passages.length - MOST_ROWS })}</p>}
    </>
  );
}

/** What is listed; the others are told with their pairs. */
const MOST_ROWS = 500;

function namesOf({ hops }: NetworkReview, { by }: NetworkPassage): string {
  return by.map((hop) => hops[hop]?.hop ?? '').join(' → ');
}
