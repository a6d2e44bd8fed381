import { useMemo, useState } from 'preact/hooks';
import type { Review } from '../../../../model';
import { STRINGS } from '../../strings';
import { rowsOf } from '../findings/filter';
import { useSpeech } from '../language';
import type { SectionProps } from '../section';
import { Choice } from '../ui/choice';
import { DownloadButton } from '../ui/download-button';
import { SearchField } from '../ui/search-field';
import { ControlDetail } from './control-detail';
import { ControlTable } from './control-table';
import { coverageCsv } from './coverage-csv';
import { Gaps } from './gaps';
import { STATES, stateOf, type ControlState } from './state';
import { linesOf, type Line } from './lines';

const { controls: words } = STRINGS;

/** The gaps first, then every control with what shows that it holds. */
export function ControlsView({ review, route, printing }: SectionProps) {
  const { t } = useSpeech();
  const rows = useMemo(() => rowsOf(review.findings, review.findings.findings), [review]);
  const lines = useMemo(() => linesOf(review.controls.controls, rows), [review]);
  const line = lines.find(({ control }) => control.id === route.item);
  if (route.name === 'control' && !printing) {
    return (
      <>
        <p>
          <a href="#controls">{t(words.back)}</a>
        </p>
        {line ? (
          <ControlDetail line={line} review={review} rows={rows} />
        ) : (
          <p>{t(words.missing, { id: route.item })}</p>
        )}
      </>
    );
  }
  return (
    <>
      <Gaps lines={lines} />
      <h3>{t(words.all)}</h3>
      {printing ? <ControlTable lines={lines} framework="" /> : <Chosen lines={lines} review={review} />}
    </>
  );
}

function Chosen({ lines, review }: { readonly lines: readonly Line[]; readonly review: Review }) {
  const { t } = useSpeech();
  const [text, setText] = useState('');
  const [framework, setFramework] = useState('');
  const [state, setState] = useState('');
  const asked = text.toLowerCase().split(/\s+/);
  const shown = lines.filter(
    ({ control, words: own, counts }) =>
      asked.every((word) => own.includes(word)) &&
      (framework === '' || control.sources.some((source) => source.framework === framework)) &&
      (state === '' || stateOf(control, counts) === state),
  );
  return (
    <>
      <form class="filter" role="search" aria-label={t(words.filter)} onSubmit={(event) => event.preventDefault()}>
        <SearchField name={t(words.search)} hint={t(words.searchHint)} value={text} onChange={setText} />
        <Choice
          name={t(words.framework)}
          value={framework}
          values={[['', t(words.any)], ...review.controls.frameworks.map(({ id, name }) => [id, name] as const)]}
          onChange={setFramework}
        />
        <Choice
          name={t(words.state)}
          value={state}
          values={[['', t(words.any)], ...STATES.map((each: ControlState) => [each, t(words[each])] as const)]}
          onChange={setState}
        />
      </form>
      <p class="actions">
        <span role="status">{t(words.shown, { n: shown.length, total: lines.length })}</span>
        <DownloadButton file="coverage.csv" content={() => coverageCsv(shown)} label={t(words.title)} />
      </p>
      <ControlTable lines={shown} framework={framework} />
    </>
  );
}
