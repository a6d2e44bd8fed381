import type { ReviewKey } from '../../../../model';
import { STRINGS } from '../../strings';
import { useSpeech } from '../language';

const { keys: words } = STRINGS;

/** Whether and how often KMS changes the material of a key. */
export function Rotation({ reviewed: { rotation, rotationDays } }: { readonly reviewed: ReviewKey }) {
  const { t } = useSpeech();
  if (rotation === undefined) return <>{t(words.notRotated)}</>;
  if (rotation === 'unknown') return <span class="mark status-unknown">{t(words.unknown)}</span>;
  if (rotation === 'no') return <span class="mark status-fail">{t(words.off)}</span>;
  return <>{rotationDays === undefined ? t(words.yearly) : t(words.everyDays, { n: rotationDays })}</>;
}
