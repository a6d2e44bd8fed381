import { useMemo } from 'preact/hooks';
import { STRINGS } from '../../strings';
import { useSpeech } from '../language';
import { addressOf } from '../route/route';
import type { SectionProps } from '../section';
import { DownloadButton } from '../ui/download-button';
import { filterOf, matching, queryOf, rowsOf, type Filter, type Row } from './filter';
import { FilterForm } from './filter-form';
import { FindingDetail } from './finding-detail';
import { FindingList } from './finding-list';
import { findingsCsv } from './findings-csv';
import { FixedFindings } from './fixed-findings';
import { PrintedFindings } from './printed-findings';

const { findings: words } = STRINGS;

/** All findings: a filter, the list, and the one that is looked at. */
export function FindingsView({ review, route, printing }: SectionProps) {
  const { t } = useSpeech();
  const all = useMemo(() => rowsOf(review.findings, review.findings.findings), [review]);
  const filter = filterOf(route.query);
  const shown = useMemo(() => matching(all, filter), [all, JSON.stringify(filter)]);
  if (printing) return <PrintedFindings rows={all} />;
  const chosen = route.name === 'finding' ? route.item : '';
  if (all.length === 0 && chosen === '') {
    return (
      <>
        <p>{t(words.noneFound)}</p>
        <FixedFindings review={review.findings} />
      </>
    );
  }
  return (
    <>
      <FilterForm rows={all} filter={filter} item={chosen} />
      <p class="actions">
        <span role="status">{t(words.shown, { n: shown.length, total: all.length })}</span>
        <DownloadButton file="findings.csv" content={() => findingsCsv(shown)} label={t(words.title)} />
      </p>
      <div class={chosen === '' ? 'split' : 'split chosen'}>
        <FindingList rows={shown} filter={filter} chosen={chosen} />
        <Detail rows={all} chosen={chosen} filter={filter} day={review.glance.judgedAt.slice(0, 10)} />
      </div>
      <FixedFindings review={review.findings} />
    </>
  );
}

interface DetailProps {
  readonly rows: readonly Row[];
  readonly chosen: string;
  readonly filter: Filter;
  readonly day: string;
}

function Detail({ rows, chosen, filter, day }: DetailProps) {
  const { t } = useSpeech();
  const row = rows.find(({ finding }) => finding.id === chosen);
  return (
    <div class="detail">
      {chosen === '' && <p class="hint">{t(words.choose)}</p>}
      {chosen !== '' && (
        <p class="back">
          <a href={addressOf({ name: 'findings', query: queryOf(filter) })}>{t(words.back)}</a>
        </p>
      )}
      {chosen !== '' && !row && <p class="hint">{t(words.missing, { id: chosen })}</p>}
      {row && <FindingDetail key={chosen} row={row} day={day} />}
    </div>
  );
}
