import type { NetworkArrow, NetworkFlow, NetworkReview } from '../../../../model';
import { STRINGS } from '../../strings';
import { useSpeech } from '../language';
import { Copyable } from '../ui/copyable';
import { Original } from '../ui/original';
import type { Addresses } from './chosen';
import { KindMark } from './kind-mark';
import { Passages, passagesOf } from './passages';
import { trafficText } from './traffic';
import { Way } from './way';

const { network: words } = STRINGS;

export interface FlowPanelProps {
  readonly review: NetworkReview;
  readonly from: number;
  readonly to: number;
  readonly addresses: Addresses;
}

/** What passes from one place to another, who declared it, and what proves it; or what stops it. */
export function FlowPanel({ review, from, to, addresses }: FlowPanelProps) {
  const { t } = useSpeech();
  const arrow = review.arrows.find((each) => each.from === from && each.to === to);
  const [source, target] = [from, to].map((place) => review.places[place]);
  const command = `lionrock prove reachability ${quoted(review.unit)} --from ${quoted(source?.name ?? '')} --to ${quoted(target?.name ?? '')}`;
  return (
    <>
      {arrow ? <Passing review={review} arrow={arrow} /> : <Stopped review={review} from={from} to={to} />}
      <Passages review={review} passages={passagesOf(review, from, to)} />
      <h4>{t(words.command)}</h4>
      <Copyable text={command} label={t(words.command)} />
      {from !== to && (
        <p>
          <a href={addresses.pair(to, from)}>{t(words.reverse)}</a>
        </p>
      )}
    </>
  );
}

/** As a shell takes it. */
function quoted(text: string): string {
  return /^[\w./:-]+$/.test(text) ? text : `'${text.replaceAll("'", String.raw`'\''`)}'`;
}

function Passing({ review, arrow }: { readonly review: NetworkReview; readonly arrow: NetworkArrow }) {
  const { t } = useSpeech();
  const { kind, traffic, undeclared, flows, inspected, way, blockedBy, unresolved, overInternet } = arrow;
  const isOpen = kind === 'unknown';
  return (
    <>
      <p>
        <KindMark kind={kind} /> {t(STRINGS.arrow[kind])}
      </p>
      {traffic.length > 0 && (
        <p>
          {t(isOpen ? words.mayPass : words.passes)}: <strong>{trafficText(traffic, t)}</strong>
        </p>
      )}
      {undeclared.length > 0 && (
        <p>
          {t(words.notDeclared)}: <strong>{trafficText(undeclared, t)}</strong>
        </p>
      )}
      {inspected && <p>{t(STRINGS.inspected[inspected])}</p>}
      {overInternet === true && <p>{t(words.overInternet)}</p>}
      <Flows flows={flows} kind={kind} />
      {unresolved.length > 0 && (
        <>
          <h4>{t(words.unresolved)}</h4>
          <ul>
            {unresolved.map((reason) => (
              <li key={reason}>
                <Original>{reason}</Original>
              </li>
            ))}
          </ul>
        </>
      )}
      {blockedBy.length > 0 && (
        <>
          <h4>{t(kind === 'impossible' ? words.blocked : words.partly)}</h4>
          <Way review={review} hops={blockedBy} inOrder={false} />
        </>
      )}
      {way.length > 0 && (
        <>
          <h4>{t(isOpen ? words.mayProof : words.proof)}</h4>
          <Way review={review} hops={way} />
        </>
      )}
    </>
  );
}

function Flows({ flows, kind }: { readonly flows: readonly NetworkFlow[]; readonly kind: NetworkArrow['kind'] }) {
  const { t } = useSpeech();
  if (flows.length === 0) return kind === 'possible' ? null : <p>{t(words.noFlows)}</p>;
  return (
    <>
      <h4>{t(words.flows)}</h4>
      <ul class="plain">
        {flows.map(({ id, protocol, ports, reason, ticket, expires, standing }) => (
          <li key={id}>
            <strong>{id}</strong>: {`${protocol} ${ports}`.trim()},{' '}
            {t(STRINGS.standing[standing], { day: expires ?? '' })}
            <br />
            {reason}
            <span class="second">
              {ticket !== undefined && ` ${t(words.ticket)}: ${ticket}.`}
              {expires !== undefined && ` ${t(words.expires)}: ${expires}.`}
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}

function Stopped({ review, from, to }: Omit<FlowPanelProps, 'addresses'>) {
  const { t } = useSpeech();
  const within = from === to ? review.places[from]?.within : undefined;
  const row = review.matrix.blocked[from];
  const block = review.matrix.blocks[row?.[to] ?? -1];
  if (within) {
    return (
      <p>
        {t(words.within)}: <strong>{trafficText(within, t)}</strong>
      </p>
    );
  }
  return (
    <>
      <Nothing review={review} from={from} to={to} isExplained={(row?.length ?? 0) > 0} />
      {block && block.hops.length > 0 && (
        <>
          <h4>{t(words.blocked)}</h4>
          <Way review={review} hops={block.hops} inOrder={false} />
          {block.more !== undefined && <p>{t(words.more, { n: block.more })}</p>}
        </>
      )}
    </>
  );
}

interface NothingProps extends Omit<FlowPanelProps, 'addresses'> {
  readonly isExplained: boolean;
}

/** Packets do not pass; something that takes them and sends others may still be reached. */
function Nothing({ review, from, to, isExplained }: NothingProps) {
  const { t } = useSpeech();
  const isReached = passagesOf(review, from, to).length > 0;
  return (
    <p>
      <strong>{t(isReached ? words.nothingDirect : words.nothing)}</strong> {!isExplained && t(words.notWorkedOut)}
    </p>
  );
}
