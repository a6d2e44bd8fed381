import { useEffect, useRef } from 'preact/hooks';
import type { NetworkReview } from '../../../../model';
import type { NetworkMap } from '../../map';
import { STRINGS, type Translate } from '../../strings';
import { useSpeech } from '../language';
import type { Addresses, Chosen } from './chosen';
import { FlowPanel } from './flow-panel';
import { ZonePanel } from './zone-panel';

const { network: words } = STRINGS;

export interface PanelProps {
  readonly review: NetworkReview;
  readonly map: NetworkMap;
  readonly chosen: Chosen;
  readonly addresses: Addresses;
}

/** What is known of the zone or the arrow that was chosen. It takes the focus, and gives it back when it closes. */
export function Panel({ review, map, chosen, addresses }: PanelProps) {
  const { t } = useSpeech();
  const heading = useRef<HTMLHeadingElement>(null);
  const title = titleOf(review, chosen, t);
  useEffect(() => {
    const { activeElement } = document;
    return () => {
      if (activeElement instanceof HTMLElement || activeElement instanceof SVGElement) activeElement.focus();
    };
  }, []);
  useEffect(() => heading.current?.focus({ preventScroll: true }), [title]);
  return (
    <section class={`panel ${sideOf(map, chosen)}`} aria-labelledby="network-panel">
      <a class="close" href={addresses.whole()}>
        {t(words.close)}
      </a>
      <h3 id="network-panel" ref={heading} tabIndex={-1}>
        {title}
      </h3>
      {chosen.kind === 'missing' && <p>{t(words.missing, { name: chosen.name })}</p>}
      {chosen.kind === 'place' && <ZonePanel review={review} map={map} place={chosen.place} addresses={addresses} />}
      {chosen.kind === 'pair' && <FlowPanel review={review} from={chosen.from} to={chosen.to} addresses={addresses} />}
    </section>
  );
}

function titleOf({ places }: NetworkReview, chosen: Chosen, t: Translate): string {
  const name = (place: number): string => places[place]?.name ?? '';
  switch (chosen.kind) {
    case 'place':
      return name(chosen.place);
    case 'pair':
      return `${name(chosen.from)} → ${name(chosen.to)}`;
    default:
      return t(words.title);
  }
}

/** The half of the map on which nothing is hidden by it. */
function sideOf({ boxes, width }: NetworkMap, chosen: Chosen): 'start' | 'end' {
  const place = chosen.kind === 'pair' ? chosen.to : chosen.kind === 'place' ? chosen.place : -1;
  const box = boxes.find(({ places }) => places.includes(place));
  return box && box.x + box.width / 2 > width / 2 ? 'start' : 'end';
}
