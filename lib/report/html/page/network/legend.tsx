import { ARROW_ORDER } from './order';
import { STRINGS } from '../../strings';
import { useSpeech } from '../language';
import { KIND_SIGNS } from './kind-mark';
import { Seal } from './seal';

const { network: words } = STRINGS;
const SEALS = ['yes', 'no', 'unknown'] as const;

/** What the signs of the map and of the matrix mean. */
export function Legend() {
  const { t } = useSpeech();
  return (
    <ul class="legend" aria-label={t(words.legend)}>
      {ARROW_ORDER.map((kind) => (
        <li key={kind}>
          <svg viewBox="0 0 44 14" width={44} height={14} aria-hidden="true" class={`line line-${kind}`}>
            <path class="way-line" d="M2 7H34" />
            {kind === 'undeclared' && <path class="core" d="M2 7H34" />}
            <path
              class="head"
              transform="translate(42 7)"
              d={
                kind === 'impossible'
                  ? 'M-9 -4L-1 4M-9 4L-1 -4'
                  : kind === 'unknown'
                    ? 'M0 0L-4 -4L-8 0L-4 4z'
                    : 'M0 0L-8 -4.5L-8 4.5z'
              }
            />
          </svg>
          <span aria-hidden="true">{KIND_SIGNS[kind]}</span> {t(STRINGS.arrow[kind])}
        </li>
      ))}
      <li>
        <span aria-hidden="true">{KIND_SIGNS.through}</span> {t(STRINGS.arrow.through)}
      </li>
      {SEALS.map((seal) => (
        <li key={seal}>
          <svg viewBox="-8 -8 16 16" width={16} height={16} aria-hidden="true">
            <Seal x={0} y={0} inspected={seal} />
          </svg>
          {t(STRINGS.inspectedShort[seal])}
        </li>
      ))}
    </ul>
  );
}
