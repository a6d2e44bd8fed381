import { useMemo } from 'preact/hooks';
import { STRINGS } from '../../strings';
import { useSpeech } from '../language';
import { addressOf } from '../route/route';
import type { SectionProps } from '../section';
import { Addresses, chosenOf } from './chosen';
import { FlowTable } from './flow-table';
import { Hubs } from './hubs';
import { Legend } from './legend';
import { MapView } from './map-view';
import { MatrixTable } from './matrix-table';
import { Panel } from './panel';
import { PassageTable } from './passages';
import { Properties } from './properties';
import { isShowing, isShown, SHOWINGS, type Showing } from './showing';

const { network: words } = STRINGS;
const TITLES = {
  all: words.showAll,
  internet: words.showInternet,
  undeclared: words.showUndeclared,
  between: words.showBetween,
} as const;

/** The network of one unit: the map, what was chosen on it, and the same as tables. */
export function NetworkView({ review: { networks, maps }, route, printing }: SectionProps) {
  const { t } = useSpeech();
  const asked = Number(route.query['unit'] ?? 0);
  const unit = networks[asked] ? asked : 0;
  const [review, map] = [networks[unit], maps[unit]];
  const { show } = route.query;
  const showing: Showing = isShowing(show) ? show : 'all';
  const addresses = useMemo(
    () =>
      review &&
      new Addresses(review, {
        ...(unit === 0 ? {} : { unit: `${unit}` }),
        ...(showing === 'all' ? {} : { show: showing }),
      }),
    [review, unit, showing],
  );
  if (!review || !map || !addresses) return null;
  const chosen = printing ? undefined : chosenOf(review, route);
  const lines = map.lines.filter(({ arrows }) =>
    arrows.some((index) => {
      const arrow = review.arrows[index];
      return arrow !== undefined && isShown(review, arrow, showing);
    }),
  );
  return (
    <>
      <p>{t(words.mapHelp)}</p>
      {networks.length > 1 && <Units units={networks.map((network) => network.unit)} current={unit} />}
      <nav class="showing" aria-label={t(words.show)}>
        <span aria-hidden="true">{t(words.show)}</span>
        {SHOWINGS.map((each) => (
          <a
            key={each}
            href={addressOf({
              name: 'network',
              query: { ...(unit === 0 ? {} : { unit: `${unit}` }), ...(each === 'all' ? {} : { show: each }) },
            })}
            aria-current={each === showing ? 'true' : undefined}
          >
            {t(TITLES[each])}
          </a>
        ))}
      </nav>
      <div class="stage">
        <MapView review={review} map={map} chosen={chosen} showing={showing} addresses={addresses} />
        {chosen && <Panel review={review} map={map} chosen={chosen} addresses={addresses} />}
      </div>
      <Legend />
      <Properties review={review} />
      <h3>{t(words.list)}</h3>
      <FlowTable review={review} lines={lines} addresses={addresses} />
      <PassageTable review={review} addresses={addresses} />
      <h3>{t(words.matrix)}</h3>
      <p class="hint">{t(words.matrixHelp)}</p>
      <MatrixTable review={review} map={map} addresses={addresses} />
      <Hubs review={review} />
    </>
  );
}

function Units({ units, current }: { readonly units: readonly string[]; readonly current: number }) {
  const { t } = useSpeech();
  return (
    <nav class="showing" aria-label={t(words.unit)}>
      <span aria-hidden="true">{t(words.unit)}</span>
      {units.map((unit, index) => (
        <a
          key={unit}
          href={addressOf({ name: 'network', query: index === 0 ? {} : { unit: `${index}` } })}
          aria-current={index === current ? 'true' : undefined}
        >
          {unit}
        </a>
      ))}
    </nav>
  );
}
