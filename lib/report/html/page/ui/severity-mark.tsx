import type { Severity } from '../../../../model';
import { STRINGS } from '../../strings';
import { useSpeech } from '../language';

/** The word for a severity; its colour only repeats it. */
export function SeverityMark({ severity }: { readonly severity: Severity }) {
  return <span class={`mark severity-${severity}`}>{useSpeech().t(STRINGS.severity[severity])}</span>;
}
