import type { FunctionComponent } from 'preact';
import { useMemo } from 'preact/hooks';
import type { LogLife, LogStore, SilentSource } from '../../../../model';
import { STRINGS } from '../../strings';
import { useSpeech } from '../language';
import type { SectionProps } from '../section';
import { Original } from '../ui/original';
import { Place } from '../ui/place';
import { Table } from '../ui/table';
import { streamsOf, type Stream } from './streams';

const { logs: words } = STRINGS;

/** What is recorded, where it goes and how long it is kept there; then what names no destination. */
export function LogsView({ review: { logs }, printing }: SectionProps) {
  const { t } = useSpeech();
  const streams = useMemo(() => streamsOf(logs), [logs]);
  return (
    <>
      <h3>{t(words.flows)}</h3>
      {streams.length === 0 ? <p>{t(words.none)}</p> : <Streams streams={streams} printing={printing} />}
      {logs.silent.length > 0 && (
        <>
          <h3>{t(words.silent)}</h3>
          <p>{t(words.silentHelp)}</p>
          <Table<SilentSource>
            caption={t(words.silent)}
            rows={logs.silent}
            keyOf={({ type, kind }) => `${type} ${kind}`}
            columns={[
              { name: t(words.type), isHeader: true, cell: ({ type }) => type },
              { name: t(words.kind), cell: ({ kind }) => <Original>{kind}</Original> },
              { name: t(words.sources), cell: ({ count }) => t(words.count, { n: count }) },
            ]}
          />
        </>
      )}
    </>
  );
}

function Streams({ streams, printing }: { readonly streams: readonly Stream[]; readonly printing: boolean }) {
  const { t } = useSpeech();
  return (
    <Table<Stream>
      caption={t(words.flows)}
      rows={streams}
      keyOf={({ key }) => key}
      columns={[
        { name: t(words.kind), isHeader: true, cell: ({ kind }) => <Original>{kind}</Original> },
        { name: t(words.sources), cell: (stream) => <Sources stream={stream} printing={printing} /> },
        { name: t(words.store), cell: (stream) => <Store stream={stream} /> },
        { name: t(words.retention), cell: ({ store }) => <Lives store={store} Life={Kept} /> },
        { name: t(words.lock), cell: ({ store }) => <Lives store={store} Life={Lock} /> },
        { name: t(words.encrypted), cell: ({ store }) => (store ? t(words[store.encrypted]) : t(words.unknown)) },
      ]}
    />
  );
}

function Sources({ stream: { flows }, printing }: { readonly stream: Stream; readonly printing: boolean }) {
  const { t } = useSpeech();
  const accounts = new Set(flows.map(({ account }) => account)).size;
  return (
    <details class="places" open={printing}>
      <summary>
        {t(words.count, { n: flows.length })} {t(words.inAccounts, { n: accounts })}
      </summary>
      <ul class="tight">
        {flows.map((flow, index) => (
          <li key={index}>
            <Place place={flow} />
          </li>
        ))}
      </ul>
    </details>
  );
}

function Store({ stream: { store, destination, flows } }: { readonly stream: Stream }) {
  const { t } = useSpeech();
  if (!store) return <>{`${destination} (${t(words.elsewhere)})`}</>;
  const several = new Set(flows.map((flow) => flow.store)).size;
  const name = several > 1 ? `${several} × ${store.kind}` : store.name;
  return (
    <>
      {name}
      <span class="second line">{several > 1 ? '' : [store.kind, store.account].filter(Boolean).join(' · ')}</span>
      {store.copy && <span class="second line">{t(words.copied, { name: store.copy.name })}</span>}
    </>
  );
}

/** Of a store, and of the archive that has a copy of what it holds. */
function Lives({
  store,
  Life,
}: {
  readonly store: LogStore | undefined;
  readonly Life: FunctionComponent<{ readonly life: LogLife | undefined }>;
}) {
  const { t } = useSpeech();
  return (
    <>
      <Life life={store} />
      {store?.copy && (
        <span class="second line">
          {t(words.copy)} <Life life={store.copy} />
        </span>
      )}
    </>
  );
}

function Kept({ life }: { readonly life: LogLife | undefined }) {
  const { t } = useSpeech();
  if (life?.kept === 'without end') return <>{t(words.withoutEnd)}</>;
  return <>{life?.keptDays === undefined ? t(words.unknown) : t(words.days, { n: life.keptDays })}</>;
}

function Lock({ life }: { readonly life: LogLife | undefined }) {
  const { t } = useSpeech();
  if (!life) return <>{t(words.unknown)}</>;
  const { lock, lockDays } = life;
  if (lock === undefined) return <>{t(words.unlocked)}</>;
  return <>{lockDays === undefined ? lock : t(words.lockedDays, { mode: lock, days: lockDays })}</>;
}
