import type { ApprovalsReview, HistoryEntry } from '../../../../model';
import { STRINGS } from '../../strings';
import { useSpeech } from '../language';
import type { SectionProps } from '../section';
import { csvOf } from '../ui/csv';
import { DownloadButton } from '../ui/download-button';
import { Table } from '../ui/table';
import { Waivers } from './waivers';

const { approvals: words } = STRINGS;

/** What was approved, by whom and until when; then all of it by its days. */
export function ApprovalsView({ review, route }: SectionProps) {
  return (
    <>
      <Waivers approvals={review.approvals} chosen={route.name === 'waiver' ? route.item : ''} />
      <History approvals={review.approvals} />
    </>
  );
}

function History({ approvals: { history, today, gaps } }: { readonly approvals: ApprovalsReview }) {
  const { t } = useSpeech();
  const csv = () =>
    csvOf(
      ['day', 'event', 'id', 'subject', 'approver', 'reference'],
      history.map(({ day, kind, id, text, approver, reference }) => [day, kind, id, text, approver, reference]),
    );
  return (
    <>
      <h3>{t(words.history)}</h3>
      <p>{t(words.historyHelp)}</p>
      {gaps.length > 0 && (
        <p class="notice">
          <strong>{t(words.gaps)}:</strong> <span lang="en">{gaps.join('; ')}</span>
        </p>
      )}
      {history.length === 0 && <p>{t(words.noHistory)}</p>}
      {history.length > 0 && (
        <>
          <p class="actions">
            <span>
              {t(words.today)}: {today}
            </span>
            <DownloadButton file="approvals.csv" content={csv} label={t(words.history)} />
          </p>
          <Table<HistoryEntry>
            caption={t(words.history)}
            rows={history}
            keyOf={({ day, kind, id, reference = '' }) => `${day} ${kind} ${id} ${reference}`}
            columns={[
              {
                name: t(words.day),
                isHeader: true,
                cell: ({ day, isPast }) => (
                  <time class={isPast ? 'past' : ''} dateTime={day}>
                    {day}
                  </time>
                ),
              },
              { name: t(words.event), cell: ({ kind }) => t(STRINGS.history[kind]) },
              {
                name: t(words.subject),
                cell: ({ id, text }) => (
                  <>
                    <strong>{id}</strong> {text}
                  </>
                ),
              },
              { name: t(words.approver), cell: ({ approver }) => approver ?? '–' },
              { name: t(words.reference), cell: ({ reference }) => reference ?? '–' },
            ]}
          />
        </>
      )}
    </>
  );
}
