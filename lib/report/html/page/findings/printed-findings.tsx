import { STRINGS } from '../../strings';
import { useSpeech } from '../language';
import { Original } from '../ui/original';
import { SeverityMark } from '../ui/severity-mark';
import { StatusMark } from '../ui/status-mark';
import type { Row } from './filter';
import { groupsOf } from './group';

const { findings: words } = STRINGS;

/** All findings on paper: rule by rule, with every place. */
export function PrintedFindings({ rows }: { readonly rows: readonly Row[] }) {
  const { t } = useSpeech();
  if (rows.length === 0) return <p>{t(words.noneFound)}</p>;
  return (
    <>
      {groupsOf(rows, 'rule').map(({ key, rows: members }) => {
        const [{ finding, rule }] = members;
        return (
          <section class="printed" key={key}>
            <h3>
              <SeverityMark severity={rule.severity} /> <StatusMark status={finding.status} />{' '}
              <Original>{rule.message}</Original>
            </h3>
            <p>
              {rule.control ?? ''} {rule.id}. <Original>{rule.remediation}</Original>
            </p>
            <ul class="plain">
              {members.map(({ finding: { id, constructPath, logicalId, property, location, waiver }, template }) => (
                <li key={id}>
                  {constructPath ?? logicalId} {property} (
                  {location ? `${location.file}:${location.line}` : template.path}) {waiver}
                </li>
              ))}
            </ul>
          </section>
        );
      })}
    </>
  );
}
