import type { NetworkReview } from '../../../../model';
import type { MapBar, MapFrame, NetworkMap } from '../../map';
import { STRINGS, type Translate } from '../../strings';
import { useSpeech } from '../language';

const { network: words } = STRINGS;

export interface GroundProps {
  readonly review: NetworkReview;
  readonly map: NetworkMap;
}

/** What lies below zones and arrows: who owns what, rows of trust, the transit gateway. */
export function MapGround({ review, map }: GroundProps) {
  const { t } = useSpeech();
  const outer = map.frames.filter(({ kind }) => kind !== 'vpc');
  const vpcs = map.frames.filter(({ kind }) => kind === 'vpc');
  return (
    <>
      {outer.map((frame, index) => (
        <Frame key={index} frame={frame} />
      ))}
      {map.strips.map(({ x, y, width, height, title, trust }) => (
        <g key={`${title} ${y}`} class="strip">
          <rect x={x} y={y} width={width} height={height} rx={3} />
          <text transform={`translate(${x + 11} ${y + height / 2}) rotate(-90)`} text-anchor="middle">
            {trust === undefined ? title : t(words.trust, { level: trust })}
          </text>
        </g>
      ))}
      {map.stubs.map(({ x, from, to }) => (
        <line key={`${x} ${from}`} class="stub" x1={x} x2={x} y1={from} y2={to} />
      ))}
      {map.bars.map((bar, index) => (
        <Bar key={index} review={review} bar={bar} />
      ))}
      {vpcs.map((frame, index) => (
        <Frame key={index} frame={frame} />
      ))}
      {map.chips.map(({ x, y, gateway }) => {
        const kind = review.gateways[gateway]?.kind;
        return (
          kind && (
            <g key={`${gateway} ${x}`} class={`chip chip-${kind}`} transform={`translate(${x} ${y})`}>
              <title>{t(STRINGS.gateway[kind])}</title>
              <rect x={-19} y={-8} width={38} height={16} rx={8} />
              <text text-anchor="middle" y={3.5}>
                {SHORT[kind]}
              </text>
            </g>
          )
        );
      })}
    </>
  );
}

/** As AWS's own diagrams call them. */
const SHORT = {
  internet: 'IGW',
  'egress-only': 'EIGW',
  virtual: 'VGW',
  carrier: 'CAGW',
  local: 'LGW',
  nat: 'NAT',
  peering: 'PCX',
} as const;

function titleOf({ accounts }: NetworkReview, { kind, title, accounts: without }: MapFrame, t: Translate): string {
  if (kind === 'vpc') return title;
  if (without) return t(words.without);
  if (kind === 'organization') return title === '' ? t(words.templates) : t(words.organization, { name: title });
  return accounts.some(({ name }) => name === title) ? t(words.account, { name: title }) : title;
}

function listed({ accounts }: NetworkReview, frame: MapFrame): string | undefined {
  return frame.accounts?.map((account) => accounts[account]?.name ?? '').join(', ');
}

function Frame({ frame }: { readonly frame: MapFrame }) {
  const { kind, x, y, width, height, vpcs } = frame;
  return (
    <g class={`frame frame-${kind}`}>
      {vpcs.length > 1 && <rect class="behind" x={x + 5} y={y + 5} width={width} height={height} rx={6} />}
      <rect x={x} y={y} width={width} height={height} rx={kind === 'organization' ? 10 : 6} />
    </g>
  );
}

/** Names of accounts and VPCs. They lie over lines, so that none goes through them. */
export function MapTitles({ review, map }: GroundProps) {
  const { t } = useSpeech();
  return (
    <g class="titles">
      {map.frames.map((frame, index) => (
        <Title
          key={index}
          frame={frame}
          title={titleOf(review, frame, t)}
          second={listed(review, frame) ?? frame.subtitle}
        />
      ))}
    </g>
  );
}

interface TitleProps {
  readonly frame: MapFrame;
  readonly title: string;
  readonly second: string | undefined;
}

function Title({ frame: { kind, x, y, width, accounts }, title, second }: TitleProps) {
  // An account's name stands over the VPCs at the edge: at the right, where no line from the internet passes.
  const isAtEnd = kind === 'account' && !accounts;
  const isBelow = kind === 'vpc' || accounts !== undefined;
  const start = isAtEnd ? x + width - 9 : x + 9;
  return (
    <>
      <text x={start} y={y + 15} text-anchor={isAtEnd ? 'end' : 'start'}>
        <tspan class="name">{title}</tspan>
        {!isBelow && second !== undefined && (
          <tspan class="second" dx={8}>
            {second}
          </tspan>
        )}
      </text>
      {isBelow && second !== undefined && (
        <text class="second" x={start} y={y + (accounts ? 32 : 28)}>
          {second}
        </text>
      )}
    </>
  );
}

function Bar({ review, bar }: { readonly review: NetworkReview; readonly bar: MapBar }) {
  const { t } = useSpeech();
  const hubs = bar.hubs.flatMap((hub) => review.hubs[hub] ?? []);
  const tables = hubs.flatMap((hub) => hub.tables.map(({ name }) => name));
  const attachments = hubs.reduce((sum, hub) => sum + hub.attachments.length, 0);
  const { x, y, width, height } = bar;
  return (
    <g class="bar">
      <rect x={x} y={y} width={width} height={height} rx={9} />
      <text x={x + 34} y={y + 15}>
        <tspan class="name">{t(words.hub)}</tspan>
        <tspan class="second" dx={8}>
          {[
            t(words.attached, { n: attachments }),
            ...(tables.length > 0 ? [t(words.tables, { names: tables.join(', ') })] : []),
          ].join(' · ')}
        </tspan>
      </text>
    </g>
  );
}
