import type { FindingsReview } from '../../../../model';
import { STRINGS } from '../../strings';
import { useSpeech } from '../language';
import { Original } from '../ui/original';
import { SeverityMark } from '../ui/severity-mark';
import { rowsOf } from './filter';

/** What the baseline had and is no more. */
export function FixedFindings({ review }: { readonly review: FindingsReview }) {
  const { t } = useSpeech();
  const rows = rowsOf(review, review.fixed);
  if (rows.length === 0) return null;
  return (
    <details>
      <summary>
        {t(STRINGS.findings.fixedTitle)} ({rows.length})
      </summary>
      <ul class="plain">
        {rows.map(({ finding, rule, template }) => (
          <li key={finding.id}>
            <SeverityMark severity={rule.severity} /> <Original>{rule.message}</Original>{' '}
            <span class="second">
              {finding.constructPath ?? finding.logicalId} · {template.account ?? template.path}
            </span>
          </li>
        ))}
      </ul>
    </details>
  );
}
