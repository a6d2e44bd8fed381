import { STRINGS } from '../../strings';
import { useSpeech } from '../language';

export interface SealProps {
  readonly x: number;
  readonly y: number;
  readonly inspected: 'yes' | 'no' | 'unknown';
}

/** A shield with a tick for what passes a firewall, an open ring for what passes none, a question where it is not decided. */
export function Seal({ x, y, inspected }: SealProps) {
  const { t } = useSpeech();
  return (
    <g class={`seal seal-${inspected}`} transform={`translate(${x} ${y})`}>
      <title>{t(STRINGS.inspectedShort[inspected])}</title>
      {inspected === 'yes' ? (
        <>
          <path class="shield" d="M0 -7L5.5 -5V0C5.5 3.5 3 5.5 0 7C-3 5.5 -5.5 3.5 -5.5 0V-5Z" />
          <path class="tick" d="M-2.6 -0.2L-0.7 2L2.8 -2.4" />
        </>
      ) : (
        <circle r={4.5} />
      )}
      {inspected === 'unknown' && (
        <text text-anchor="middle" y={3}>
          ?
        </text>
      )}
    </g>
  );
}
