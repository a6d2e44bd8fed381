import type { NetworkPlace, NetworkReview } from '../../../../model';
import type { MapBox, NetworkMap } from '../../map';
import { STRINGS, type Translate } from '../../strings';
import { useSpeech } from '../language';
import type { Addresses, Chosen } from './chosen';
import { MapLink } from './map-link';
import type { Lit, Pointed } from './lit';

const { network: words } = STRINGS;

export interface MapBoxesProps {
  readonly review: NetworkReview;
  readonly map: NetworkMap;
  readonly addresses: Addresses;
  readonly lit: Lit | undefined;
  readonly chosen: Chosen | undefined;
  onPoint(pointed: Pointed): void;
}

/** Zones and what is outside. */
export function MapBoxes({ map, ...props }: MapBoxesProps) {
  return (
    <>
      {map.boxes.map((box, index) => (
        <Box key={index} box={box} index={index} {...props} />
      ))}
    </>
  );
}

interface BoxProps extends Omit<MapBoxesProps, 'map'> {
  readonly box: MapBox;
  readonly index: number;
}

function Box({ box, index, review, addresses, lit, chosen, onPoint }: BoxProps) {
  const { t } = useSpeech();
  const [first = -1, ...others] = box.places;
  const place = review.places[first];
  if (!place) return null;
  const name = t(place.kind === 'zone' ? words.zoneName : words.outsideName, { name: place.name });
  const alike = others.length > 0 ? `, ${t(words.alike, { n: box.places.length })}` : '';
  const isDim = lit !== undefined && !lit.boxes.has(index);
  return (
    <MapLink
      href={addresses.place(first)}
      classes={['box', `box-${place.kind}`, `trust-${place.trust ?? 'none'}`, isDim ? 'dim' : '']}
      name={`${seenIn(box, place.kind, t)}: ${name}${alike}`}
      isChosen={chosen?.kind === 'place' && box.places.includes(chosen.place)}
      is={{ box: index }}
      onPoint={onPoint}
    >
      {place.kind === 'zone' ? <Zone box={box} /> : <Outside box={box} isInternet={place.kind === 'internet'} />}
    </MapLink>
  );
}

/** What is heard begins with what is seen (WCAG 2.5.3). */
function seenIn({ title, subtitle = '' }: MapBox, kind: NetworkPlace['kind'], t: Translate): string {
  return kind === 'internet' ? t(words.internet) : `${title} ${subtitle}`.trim();
}

function Zone({ box: { x, y, width, height, title, subtitle } }: { readonly box: MapBox }) {
  return (
    <>
      <rect x={x} y={y} width={width} height={height} rx={4} />
      <rect class="stripe" x={x} y={y} width={5} height={height} rx={2} />
      <text class="name" x={x + 12} y={y + 17}>
        {title}
      </text>{' '}
      <text class="second" x={x + 12} y={y + 30}>
        {subtitle}
      </text>
    </>
  );
}

interface OutsideProps {
  readonly box: MapBox;
  readonly isInternet: boolean;
}

function Outside({ box: { x, y, width, height, title }, isInternet }: OutsideProps) {
  const { t } = useSpeech();
  return (
    <>
      <rect x={x} y={y} width={width} height={height} rx={14} />
      <text class="name" x={x + 18} y={y + height / 2 + 4}>
        {isInternet ? t(words.internet) : title}
      </text>
    </>
  );
}
