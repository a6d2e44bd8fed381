import { useEffect, useRef, useState } from 'preact/hooks';
import type { NetworkReview } from '../../../../model';
import type { MapLine, NetworkMap } from '../../map';
import { STRINGS, type Text } from '../../strings';
import { useSpeech } from '../language';
import type { Addresses, Chosen } from './chosen';
import { MapBoxes } from './map-boxes';
import { MapGround, MapTitles } from './map-ground';
import { MapLines } from './map-lines';
import type { Lit, Pointed } from './lit';
import { isShown, type Showing } from './showing';
import { Zooming } from './zooming';

const { network: words } = STRINGS;

/** Pictures wider than this do not shrink to the width of a telephone: they are moved. */
const WIDE = 700;

export interface MapViewProps {
  readonly review: NetworkReview;
  readonly map: NetworkMap;
  readonly chosen: Chosen | undefined;
  readonly showing: Showing;
  readonly addresses: Addresses;
}

/** The picture. All of it can be used by keyboard: zones and arrows are links. */
export function MapView({ review, map, chosen, showing, addresses }: MapViewProps) {
  const { t } = useSpeech();
  const [pointed, setPointed] = useState<Pointed>();
  const svg = useRef<SVGSVGElement>(null);
  const zooming = useRef<Zooming | null>(null);
  useEffect(() => {
    if (svg.current) zooming.current = new Zooming(svg.current);
    return () => zooming.current?.end();
  }, [map]);
  const shown = map.lines.filter(({ arrows }) => arrows.some((arrow) => isArrowShown(review, arrow, showing)));
  const lit = litBy(map, shown, pointed ?? pointedBy(map, chosen));
  return (
    <div class="map">
      <ZoomButtons zooming={zooming} />
      <div class="sheet">
        <svg
          ref={svg}
          viewBox={`0 0 ${map.width} ${map.height}`}
          role="group"
          aria-label={t(words.map)}
          width={map.width}
          class={map.width > WIDE ? 'wide' : ''}
          onPointerLeave={() => setPointed(undefined)}
        >
          <g class="zoomed">
            <MapGround review={review} map={map} />
            <MapBoxes review={review} map={map} addresses={addresses} lit={lit} chosen={chosen} onPoint={setPointed} />
            <MapLines
              review={review}
              map={map}
              shown={shown}
              addresses={addresses}
              lit={lit}
              chosen={chosen}
              onPoint={setPointed}
            />
            <MapTitles review={review} map={map} />
          </g>
        </svg>
      </div>
    </div>
  );
}

function ZoomButtons({ zooming }: { readonly zooming: { readonly current: Zooming | null } }) {
  const { t } = useSpeech();
  const button = (word: Text, sign: string, act: () => void) => (
    <button type="button" onClick={act} aria-label={t(word)} title={t(word)}>
      {sign}
    </button>
  );
  return (
    <div class="zoom" role="group" aria-label={t(words.map)}>
      {button(words.zoomIn, '+', () => zooming.current?.by(1.4))}
      {button(words.zoomOut, '−', () => zooming.current?.by(1 / 1.4))}
      <button type="button" onClick={() => zooming.current?.reset()}>
        {t(words.zoomReset)}
      </button>
    </div>
  );
}

function isArrowShown(review: NetworkReview, index: number, showing: Showing): boolean {
  const arrow = review.arrows[index];
  return arrow !== undefined && isShown(review, arrow, showing);
}

function pointedBy({ boxes, lines }: NetworkMap, chosen: Chosen | undefined): Pointed {
  if (chosen?.kind === 'place') {
    const box = boxes.findIndex(({ places }) => places.includes(chosen.place));
    return box < 0 ? undefined : { box };
  }
  if (chosen?.kind !== 'pair') return undefined;
  const [from, to] = [chosen.from, chosen.to].map((place) => boxes.findIndex(({ places }) => places.includes(place)));
  const line = lines.find((each) => each.from === from && each.to === to);
  return line ? { line } : undefined;
}

function litBy({ lines }: NetworkMap, shown: readonly MapLine[], pointed: Pointed): Lit | undefined {
  if (!pointed) return undefined;
  if ('line' in pointed)
    return { lines: new Set([pointed.line]), boxes: new Set([pointed.line.from, pointed.line.to]) };
  const own = lines.filter((line) => shown.includes(line) && (line.from === pointed.box || line.to === pointed.box));
  return { lines: new Set(own), boxes: new Set([pointed.box, ...own.flatMap(({ from, to }) => [from, to])]) };
}
