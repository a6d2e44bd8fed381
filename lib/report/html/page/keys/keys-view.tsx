import { useState } from 'preact/hooks';
import { KEY_POWERS } from '../../../../model/review';
import type { ReviewKey } from '../../../../model';
import { STRINGS } from '../../strings';
import { useSpeech } from '../language';
import { addressOf } from '../route/route';
import type { SectionProps } from '../section';
import { SearchField } from '../ui/search-field';
import { Table } from '../ui/table';
import { KeyDetail } from './key-detail';
import { addressOfKey, nameOfKey } from './name';
import { Rotation } from './rotation';
import { Who } from './who';

const { keys: words } = STRINGS;

/** The register of keys, and the one that is looked at. */
export function KeysView({ review, route, printing }: SectionProps) {
  const { t } = useSpeech();
  const { keys } = review.keys;
  const [text, setText] = useState('');
  if (keys.length === 0) return <p>{t(words.none)}</p>;
  if (route.name === 'key' && !printing) {
    const key = keys.find((each) => addressOfKey(each) === route.item);
    return (
      <>
        <p>
          <a href="#keys">{t(words.back)}</a>
        </p>
        {key ? <KeyDetail reviewed={key} /> : <p>{t(words.missing, { id: route.item })}</p>}
      </>
    );
  }
  const asked = text.toLowerCase().split(/\s+/);
  const shown = keys.filter((key) => asked.every((word) => wordsOf(key).includes(word)));
  return (
    <>
      <p>{t(words.help)}</p>
      {!printing && (
        <form class="filter" role="search" aria-label={t(words.filter)} onSubmit={(event) => event.preventDefault()}>
          <SearchField name={t(words.search)} hint={t(words.searchHint)} value={text} onChange={setText} />
        </form>
      )}
      <p role="status">{t(words.shown, { n: shown.length, total: keys.length })}</p>
      <Register keys={shown} />
    </>
  );
}

function Register({ keys }: { readonly keys: readonly ReviewKey[] }) {
  const { t } = useSpeech();
  return (
    <Table<ReviewKey>
      caption={t(words.title)}
      rows={keys}
      keyOf={addressOfKey}
      columns={[
        {
          name: t(words.key),
          isHeader: true,
          cell: (key) => <a href={addressOf({ name: 'key', item: addressOfKey(key) })}>{nameOfKey(key)}</a>,
        },
        { name: t(words.account), cell: ({ account }) => account ?? t(STRINGS.page.notStated) },
        { name: t(words.rotation), cell: (key) => <Rotation reviewed={key} /> },
        ...KEY_POWERS.map((power) => ({
          name: t(STRINGS.power[power]),
          cell: (key: ReviewKey) => <Who identities={key.identities} power={power} />,
        })),
        {
          name: t(words.protects),
          cell: ({ protects }) =>
            protects.map(({ type, count }) => `${type.replace('AWS::', '')} × ${count}`).join(', ') || t(words.nothing),
        },
      ]}
    />
  );
}

function wordsOf(key: ReviewKey): string {
  return [...key.aliases, key.logicalId, key.account, key.description, ...key.identities.map(({ name }) => name)]
    .join('\n')
    .toLowerCase();
}
