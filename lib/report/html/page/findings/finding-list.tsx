import { useMemo } from 'preact/hooks';
import { STRINGS } from '../../strings';
import { useSpeech } from '../language';
import { addressOf } from '../route/route';
import { Original } from '../ui/original';
import { SeverityMark } from '../ui/severity-mark';
import { StatusMark } from '../ui/status-mark';
import { WindowedList } from '../ui/windowed-list';
import { queryOf, type Filter, type Row } from './filter';
import { groupsOf, type Group } from './group';
import { GroupTitle } from './group-title';

const { findings: words } = STRINGS;

type Item = { readonly kind: 'group'; readonly group: Group } | { readonly kind: 'row'; readonly row: Row };

/** Heights of a line of the list in `rem`: of a group's name, and of a finding. */
const HEIGHTS = { group: 4.25, row: 3.5 } as const;

export interface FindingListProps {
  readonly rows: readonly Row[];
  readonly filter: Filter;
  /** Id of the finding that is looked at; empty for none. */
  readonly chosen: string;
}

/** The findings in groups, of which only what is in sight is drawn. */
export function FindingList({ rows, filter, chosen }: FindingListProps) {
  const { t } = useSpeech();
  const { group: by } = filter;
  const items = useMemo(() => itemsOf(groupsOf(rows, by), by === 'none'), [rows, by]);
  if (rows.length === 0) return <p class="hint">{t(words.noneShown)}</p>;
  return (
    <WindowedList<Item>
      items={items}
      heightOf={({ kind }) => HEIGHTS[kind]}
      isLink={({ kind }) => kind === 'row'}
      keyOf={(item) => (item.kind === 'row' ? item.row.finding.id : `group ${item.group.key}`)}
      label={t(words.list)}
      {...(chosen === '' ? {} : { current: chosen })}
    >
      {(item, isReached) =>
        item.kind === 'group' ? (
          <GroupTitle group={item.group} by={by} />
        ) : (
          <FindingLink row={item.row} filter={filter} isChosen={item.row.finding.id === chosen} isReached={isReached} />
        )
      }
    </WindowedList>
  );
}

function itemsOf(groups: readonly Group[], isFlat: boolean): readonly Item[] {
  return groups.flatMap((group): Item[] => [
    ...(isFlat ? [] : [{ kind: 'group', group } as const]),
    ...group.rows.map((row) => ({ kind: 'row', row }) as const),
  ]);
}

interface FindingLinkProps {
  readonly row: Row;
  readonly filter: Filter;
  readonly isChosen: boolean;
  readonly isReached: boolean;
}

function FindingLink({ row, filter, isChosen, isReached }: FindingLinkProps) {
  const { t } = useSpeech();
  const { finding, rule, template } = row;
  const where = finding.constructPath ?? (finding.logicalId || t(words.wholeTemplate));
  // Where its rule stands above it, the thing itself is the news.
  const isByRule = filter.group === 'rule';
  return (
    <a
      class="finding-link"
      href={addressOf({ name: 'finding', item: finding.id, query: queryOf(filter) })}
      tabIndex={isReached ? 0 : -1}
      aria-current={isChosen ? 'true' : undefined}
    >
      <span class="first">
        {!isByRule && <Marks row={row} />}
        {finding.state === 'new' && <span class="mark new">{t(words.stateNew)}</span>}
        <span class="name">{isByRule ? where : <Original>{rule.message}</Original>}</span>
      </span>
      <span class="second">
        {isByRule ? (finding.property ?? finding.resourceType) : where}
        {' · '}
        {template.account ?? template.path}
      </span>
    </a>
  );
}

/** How grave it is, and what became of it where it does not simply fail. */
function Marks({ row: { finding, rule } }: { readonly row: Row }) {
  return (
    <>
      <SeverityMark severity={rule.severity} />
      {finding.status !== 'fail' && <StatusMark status={finding.status} />}
    </>
  );
}
