import { useEffect, useRef } from 'preact/hooks';
import type { ControlRule, Review } from '../../../../model';
import { STRINGS } from '../../strings';
import type { Row } from '../findings/filter';
import { useSpeech } from '../language';
import { addressOf } from '../route/route';
import { csvOf } from '../ui/csv';
import { DownloadButton } from '../ui/download-button';
import { Facts } from '../ui/facts';
import { Original } from '../ui/original';
import { SeverityMark } from '../ui/severity-mark';
import { Table } from '../ui/table';
import type { Line } from './lines';
import { countsBy, stateOf } from './state';
import { Sums } from './sums';

const { controls: words } = STRINGS;

export interface ControlDetailProps {
  readonly line: Line;
  readonly review: Review;
  readonly rows: readonly Row[];
}

/** One control: what must hold, who asks for it, what enforces it, and what shows it, resource by resource. */
export function ControlDetail({ line, review, rows }: ControlDetailProps) {
  const { t } = useSpeech();
  const heading = useRef<HTMLHeadingElement>(null);
  const { control, counts, passes } = line;
  useEffect(() => heading.current?.focus(), [control.id]);
  const state = stateOf(control, counts);
  return (
    <article>
      <p class="marks">
        <SeverityMark severity={control.severity} /> <span class={`mark state-${state}`}>{t(words[state])}</span>{' '}
        <Sums passes={passes} counts={counts} />
      </p>
      <h3 ref={heading} tabIndex={-1}>
        {control.id} <Original>{control.title}</Original>
      </h3>
      <p>
        <Original>{control.statement}</Original>
      </p>
      {counts && (
        <p>
          <a href={addressOf({ name: 'findings', query: { control: control.id } })}>{t(words.toFindings)}</a>
        </p>
      )}
      <Facts
        facts={[
          [t(words.points), control.points.map((point) => t(STRINGS.point[point])).join(', ')],
          [t(words.kind), <Original key="kind">{control.enforcement}</Original>],
          [t(words.note), control.note && <Original>{control.note}</Original>],
          [t(words.noRules), control.uncovered && <Original>{control.uncovered}</Original>],
        ]}
      />
      <Sources line={line} frameworks={review.controls.frameworks} />
      {control.rules.length > 0 && <Rules line={line} review={review} rows={rows} />}
    </article>
  );
}

function Sources({ line, frameworks }: { readonly line: Line; readonly frameworks: Review['controls']['frameworks'] }) {
  const { t } = useSpeech();
  const { sources } = line.control;
  return (
    <>
      <h4>{t(words.sources)}</h4>
      {sources.length === 0 && <p>{t(words.ours)}</p>}
      <Facts
        facts={sources.map(({ framework, clauses, status }, index) => [
          frameworks.find(({ id }) => id === framework)?.name ?? framework,
          <span key={index}>
            {clauses.join(', ')} <span class="second">({status})</span>
          </span>,
        ])}
      />
    </>
  );
}

function Rules({ line, review, rows }: ControlDetailProps) {
  const { t } = useSpeech();
  const counts = countsBy(rows, ({ rule }) => rule.id);
  const { rules } = line.control;
  return (
    <>
      <h4>{t(words.rules)}</h4>
      <Table
        caption={t(words.rules)}
        rows={rules}
        keyOf={({ id }) => id}
        columns={[
          { name: t(words.rule), isHeader: true, cell: ({ id }) => <code>{id}</code> },
          { name: t(words.looksFor), cell: ({ message }) => <Original>{message}</Original> },
          {
            name: t(words.evidence),
            cell: ({ id, passed }) => <Sums passes={passed.length} counts={counts.get(id)} />,
          },
        ]}
      />
      {rules.some(({ passed }) => passed.length > 0) && (
        <>
          <h4>{t(words.evidenceByResource)}</h4>
          {rules
            .filter(({ passed }) => passed.length > 0)
            .map((rule) => (
              <Passed key={rule.id} rule={rule} review={review} />
            ))}
        </>
      )}
    </>
  );
}

/** Resources of one rule that are listed; the rest is in the file. */
const SHOWN = 100;

function Passed({ rule, review }: { readonly rule: ControlRule; readonly review: Review }) {
  const { t } = useSpeech();
  const { resources } = review.controls;
  const { templates } = review.findings;
  const all = rule.passed.flatMap((at) => resources[at] ?? []);
  const of = (template: number) => templates[template]?.account ?? templates[template]?.path ?? '';
  const csv = () =>
    csvOf(
      ['rule', 'account', 'template', 'logical_id', 'resource_type'],
      all.map(({ template, logicalId, type }) => [
        rule.id,
        templates[template]?.account,
        templates[template]?.path,
        logicalId,
        type,
      ]),
    );
  return (
    <details>
      <summary>
        {rule.id} ({rule.passed.length.toLocaleString('en')})
      </summary>
      <ul class="plain">
        {all.slice(0, SHOWN).map(({ template, logicalId, type }, index) => (
          <li key={index}>
            {logicalId === '' ? t(STRINGS.findings.wholeTemplate) : logicalId}{' '}
            <span class="second">
              {type} · {of(template)}
            </span>
          </li>
        ))}
      </ul>
      <p class="actions">
        {all.length > SHOWN && <span>{t(words.more, { n: all.length - SHOWN })}</span>}
        <DownloadButton file={`${rule.id}.csv`} content={csv} label={rule.id} />
      </p>
    </details>
  );
}
