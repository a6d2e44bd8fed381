import { useMemo } from 'preact/hooks';
import type { ReviewTransfer } from '../../../../model';
import { STRINGS } from '../../strings';
import { useSpeech } from '../language';
import type { SectionProps } from '../section';
import { Original } from '../ui/original';
import { Place } from '../ui/place';
import { Table } from '../ui/table';
import { Drawing } from './drawing';
import { Guardrails } from './guardrails';
import { STATUS_WORDS } from './status-words';
import { waysOf, type Way } from './ways';

const { residency: words } = STRINGS;

/** What can leave and what covers it, the register of transfers, and what the organisation's guardrails prove. */
export function ResidencyView({ review: { residency }, printing }: SectionProps) {
  const { t } = useSpeech();
  const ways = useMemo(() => waysOf(residency.paths), [residency]);
  return (
    <>
      <p>{t(words.regions, { regions: residency.regions.join(', ') })}</p>
      <h3>{t(words.paths)}</h3>
      {ways.length === 0 ? (
        <p>{t(words.noPaths)}</p>
      ) : (
        <>
          <Drawing regions={residency.regions} paths={residency.paths} />
          <Ways ways={ways} printing={printing} />
        </>
      )}
      <h3>{t(words.transfers)}</h3>
      {residency.transfers.length === 0 ? <p>{t(words.noTransfers)}</p> : <Transfers transfers={residency.transfers} />}
      <Guardrails guardrails={residency.guardrails} />
    </>
  );
}

function Ways({ ways, printing }: { readonly ways: readonly Way[]; readonly printing: boolean }) {
  const { t } = useSpeech();
  return (
    <Table<Way>
      caption={t(words.paths)}
      rows={ways}
      keyOf={({ key }) => key}
      columns={[
        {
          name: t(words.status),
          cell: ({ paths: [{ status }] }) => <span class={`mark status-${status}`}>{t(STATUS_WORDS[status])}</span>,
        },
        {
          name: t(words.what),
          isHeader: true,
          cell: ({ paths: [first] }) => (
            <>
              {first.type}
              <span class="second line">
                <Original>{first.message}</Original>
              </span>
            </>
          ),
        },
        { name: t(words.kind), cell: ({ paths: [{ kind }] }) => <Original>{kind}</Original> },
        { name: t(words.to), cell: ({ paths: [{ destination }] }) => destination },
        { name: t(words.transfer), cell: ({ paths: [{ transfer }] }) => transfer ?? '–' },
        {
          name: t(words.places),
          cell: ({ paths }) => (
            <details class="places" open={printing}>
              <summary>{t(STRINGS.glance.places, { n: paths.length })}</summary>
              <ul class="tight">
                {paths.map((path, index) => (
                  <li key={index}>
                    <Place place={path} />
                  </li>
                ))}
              </ul>
            </details>
          ),
        },
      ]}
    />
  );
}

function Transfers({ transfers }: { readonly transfers: readonly ReviewTransfer[] }) {
  const { t } = useSpeech();
  return (
    <Table<ReviewTransfer>
      caption={t(words.transfers)}
      rows={transfers}
      keyOf={({ id }) => id}
      columns={[
        { name: t(words.transfer), isHeader: true, cell: ({ id }) => id },
        {
          name: t(words.data),
          cell: ({ register }) => (
            <>
              {register.data} <span class="second">({register.classification})</span>
            </>
          ),
        },
        { name: t(words.to), cell: ({ register: { from, to, mechanism } }) => `${from} → ${to}: ${mechanism}` },
        {
          name: t(words.basis),
          cell: ({ register: { legalBasis, approver } }) => (
            <>
              {legalBasis}
              <span class="second line">{approver}</span>
            </>
          ),
        },
        { name: t(words.term), cell: ({ register: { start, expires } }) => `${start} – ${expires}` },
        {
          name: t(words.status),
          cell: ({ status, paths, problems }) => (
            <>
              <Original>{status}</Original>, {t(words.used, { n: paths })}
              {problems.map(({ message }) => (
                <span class="second line" key={message}>
                  <Original>{message}</Original>
                </span>
              ))}
            </>
          ),
        },
      ]}
    />
  );
}
