import type { NetworkReview, NetworkSubnet } from '../../../../model';
import type { NetworkMap } from '../../map';
import { STRINGS, type Translate } from '../../strings';
import { useSpeech } from '../language';
import { Facts, type Fact } from '../ui/facts';
import type { Addresses } from './chosen';
import { KindMark } from './kind-mark';
import { trafficText } from './traffic';
import { Source } from './way';

const { network: words } = STRINGS;

export interface ZonePanelProps {
  readonly review: NetworkReview;
  readonly map: NetworkMap;
  readonly place: number;
  readonly addresses: Addresses;
}

/** A zone: whose it is, its subnets with what stands in them, and what comes in and goes out. */
export function ZonePanel({ review, map, place, addresses }: ZonePanelProps) {
  const { t } = useSpeech();
  const found = review.places[place];
  if (!found) return null;
  const alike = map.boxes.find(({ places }) => places.includes(place))?.places ?? [];
  return (
    <>
      <Facts facts={factsOf(review, place, t)} />
      <Links review={review} place={place} addresses={addresses} way="to" />
      <Links review={review} place={place} addresses={addresses} way="from" />
      {found.subnets.length > 0 && (
        <>
          <h4>{t(words.subnets)}</h4>
          <ul class="subnets">
            {found.subnets.map((subnet) => (
              <Subnet key={subnet.name} review={review} subnet={subnet} />
            ))}
          </ul>
        </>
      )}
      {alike.length > 1 && (
        <details>
          <summary>{t(words.others)}</summary>
          <ul>
            {alike
              .filter((other) => other !== place)
              .map((other) => (
                <li key={other}>
                  <a href={addresses.place(other)}>{review.places[other]?.name}</a>
                </li>
              ))}
          </ul>
        </details>
      )}
    </>
  );
}

function factsOf(review: NetworkReview, place: number, t: Translate): readonly Fact[] {
  const { trust, by = 'outside', vpc, within } = review.places[place] ?? {};
  return [
    ...(vpc === undefined ? [] : vpcFacts(review, vpc, t)),
    [t(words.trustLevel), trust === undefined ? undefined : String(trust)],
    [t(words.foundBy), by === 'outside' ? undefined : t(by === 'tag' ? words.byTag : words.byRoutes)],
    [t(words.within), within && trafficText(within, t)],
  ];
}

function vpcFacts(review: NetworkReview, vpc: number, t: Translate): readonly Fact[] {
  const { name, blocks = [], account: owner = -1 } = review.vpcs[vpc] ?? {};
  const account = review.accounts[owner];
  const gateways = review.gateways.filter(({ vpcs }) => vpcs.includes(vpc));
  const kinds = [...new Set(gateways.map(({ kind }) => t(STRINGS.gateway[kind])))];
  return [
    [t(words.vpc), name],
    [t(words.addresses), blocks.join(', ')],
    [t(words.owner), [account?.name, account?.id].filter((text) => text !== undefined && text !== '').join(' · ')],
    [t(words.unitOf), account?.unit],
    [t(words.holds), account?.classification],
    [t(words.gateways), kinds.join(', ')],
  ];
}

interface LinksProps extends Omit<ZonePanelProps, 'map'> {
  readonly way: 'from' | 'to';
}

function Links({ review, place, addresses, way }: LinksProps) {
  const { t } = useSpeech();
  const arrows = review.arrows.filter((arrow) => arrow[way] === place);
  return (
    <>
      <h4>{t(way === 'to' ? words.comesIn : words.goesOut)}</h4>
      {arrows.length === 0 && <p>{t(words.nothing)}</p>}
      <ul class="plain">
        {arrows.map(({ from, to, kind, traffic }) => (
          <li key={`${from} ${to}`}>
            <a href={addresses.pair(from, to)}>{review.places[way === 'to' ? from : to]?.name}</a>{' '}
            {trafficText(traffic, t)} <KindMark kind={kind} />
          </li>
        ))}
      </ul>
    </>
  );
}

function Subnet({ review, subnet }: { readonly review: NetworkReview; readonly subnet: NetworkSubnet }) {
  const { name, availabilityZone, blocks, standing, resource } = subnet;
  const own = [...new Set(standing)].flatMap((index) => review.resources[index] ?? []);
  return (
    <li>
      <strong>{availabilityZone ?? name}</strong> {blocks.join(', ')}
      <span class="second"> {name}</span>
      {resource !== undefined && <Source review={review} resource={resource} />}
      {own.length > 0 && (
        <ul>
          {own.map(({ logicalId, type }) => (
            <li key={logicalId}>
              <code>{logicalId}</code> <span class="second">{type.replace(/^AWS::/, '')}</span>
            </li>
          ))}
        </ul>
      )}
    </li>
  );
}
