import type { FindingStatus } from '../../../../model';
import { STRINGS } from '../../strings';
import { useSpeech } from '../language';

/** The word for a status; its colour only repeats it. */
export function StatusMark({ status }: { readonly status: FindingStatus }) {
  return <span class={`mark status-${status}`}>{useSpeech().t(STRINGS.status[status])}</span>;
}
