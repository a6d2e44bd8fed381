import { STRINGS } from '../../strings';
import { useSpeech } from '../language';
import { Original } from '../ui/original';
import { SeverityMark } from '../ui/severity-mark';
import { StatusMark } from '../ui/status-mark';
import type { Grouping } from './filter';
import type { Group } from './group';

const { findings: words } = STRINGS;

/** What the findings below it share. */
export function GroupTitle({ group, by }: { readonly group: Group; readonly by: Grouping }) {
  const { t } = useSpeech();
  const [{ finding, rule, template }] = group.rows;
  const names: Readonly<Record<Grouping, string>> = {
    rule: rule.message,
    severity: t(STRINGS.severity[rule.severity]),
    control: rule.control ?? t(words.otherEngine),
    account: template.account ?? t(words.unknownAccount),
    type: finding.resourceType,
    none: '',
  };
  return (
    <h3 class="group-title">
      <span class="first">
        {by === 'rule' && <SeverityMark severity={rule.severity} />}
        {by === 'rule' && finding.status !== 'fail' && <StatusMark status={finding.status} />}
        <span class="name">{by === 'rule' ? <Original>{names[by]}</Original> : names[by]}</span>
      </span>
      <span class="second">
        {by === 'rule' && `${rule.control ?? rule.id} · ${rule.id} · `}
        {t(STRINGS.glance.places, { n: group.rows.length })}
      </span>
    </h3>
  );
}
