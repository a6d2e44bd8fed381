import type { ReviewPath } from '../../../../model';
import { STRINGS } from '../../strings';
import { useSpeech } from '../language';
import { Original } from '../ui/original';
import { STATUS_WORDS } from './status-words';
import { streamsOf, type Stream } from './streams';

const { residency: words } = STRINGS;

/** More arrows than this are no drawing; the table has all. */
const MOST = 12;

interface DrawingProps {
  /** Regions in which data may be kept. */
  readonly regions: readonly string[];
  readonly paths: readonly ReviewPath[];
}

/** What leaves, drawn: from the regions in which data is kept to each place, by the transfer that covers it or by none. */
export function Drawing({ regions, paths }: DrawingProps) {
  const { t } = useSpeech();
  const streams = streamsOf(paths);
  const left = streams.length - MOST;
  return (
    <figure class="leaving">
      <figcaption>{t(words.drawing)}</figcaption>
      <div class="home">
        {t(words.kept)}
        <strong>{regions.join(', ')}</strong>
      </div>
      <ul>
        {streams.slice(0, MOST).map((stream) => (
          <Arrow key={stream.key} stream={stream} />
        ))}
        {left > 0 && <li class="second">{t(words.moreDestinations, { n: left })}</li>}
      </ul>
    </figure>
  );
}

function Arrow({ stream: { status, destination, transfer, kinds, places } }: { readonly stream: Stream }) {
  const { t } = useSpeech();
  return (
    <li class={`stream stream-${status}`}>
      <div class="by">
        <span>
          <span class={`mark status-${status}`}>{t(STATUS_WORDS[status])}</span>{' '}
          {transfer === undefined ? t(words.byNone) : t(words.by, { transfer })}
        </span>
        <svg viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
          <path d="M0 5H100" vector-effect="non-scaling-stroke" />
        </svg>
        <span class="second">
          <Original>{kinds.join(', ')}</Original>, {t(STRINGS.glance.places, { n: places })}
        </span>
      </div>
      <svg class="tip" viewBox="0 0 10 12" width={10} height={12} aria-hidden="true">
        <path d="M0 0L10 6L0 12z" />
      </svg>
      <strong class="there">{destination}</strong>
    </li>
  );
}
