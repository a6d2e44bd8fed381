import { useEffect, useRef } from 'preact/hooks';
import type { KeyIdentity, KeyPower, KeyStatement, ReviewKey } from '../../../../model';
import { KEY_POWERS } from '../../../../model/review';
import { STRINGS } from '../../strings';
import { useSpeech } from '../language';
import { Facts } from '../ui/facts';
import { List } from '../ui/list';
import { Place } from '../ui/place';
import { Table } from '../ui/table';
import { nameOfKey } from './name';
import { Rotation } from './rotation';

const { keys: words } = STRINGS;

/** One key: how it is kept, who can do what with it, and what its policy says. */
export function KeyDetail({ reviewed }: { readonly reviewed: ReviewKey }) {
  const { t } = useSpeech();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const { multiRegion, pendingDays, protects, unread } = reviewed;
  return (
    <article>
      <h3 ref={heading} tabIndex={-1}>
        {nameOfKey(reviewed)}
      </h3>
      <Facts
        facts={[
          [t(words.account), reviewed.account],
          [t(STRINGS.findings.where), <Place key="place" place={reviewed} />],
          [t(words.description), reviewed.description],
          [t(words.usage), reviewed.usage],
          [t(words.material), t(reviewed.origin === undefined ? words.unknown : STRINGS.origin[reviewed.origin])],
          [t(words.rotation), <Rotation key="rotation" reviewed={reviewed} />],
          [t(words.multiRegion), t(words[multiRegion])],
          [t(words.pending), pendingDays === undefined ? '' : String(pendingDays)],
          [t(words.protects), <List key="protects" items={protects.map(({ type, count }) => `${type} × ${count}`)} />],
          [t(words.unread), unread.length === 0 ? '' : <List items={unread} />],
        ]}
      />
      <Identities identities={reviewed.identities} />
      <Policy statements={reviewed.statements} />
    </article>
  );
}

function Identities({ identities }: { readonly identities: readonly KeyIdentity[] }) {
  const { t } = useSpeech();
  return (
    <>
      <h4>{t(words.who)}</h4>
      <p>{t(words.help)}</p>
      {identities.length === 0 ? (
        <p>{t(words.nobody)}</p>
      ) : (
        <Table<KeyIdentity>
          caption={t(words.who)}
          rows={identities}
          keyOf={({ name }) => name}
          columns={[
            { name: t(words.identity), isHeader: true, cell: ({ name }) => name },
            ...KEY_POWERS.map((power) => ({
              name: t(STRINGS.power[power]),
              cell: ({ powers }: KeyIdentity) => <Answer powers={powers} power={power} />,
            })),
          ]}
        />
      )}
    </>
  );
}

function Answer({ powers, power }: { readonly powers: KeyIdentity['powers']; readonly power: KeyPower }) {
  const { t } = useSpeech();
  const answer = powers.find((each) => each.power === power)?.answer;
  return <>{answer === undefined ? '–' : t(answer === 'yes' ? words.yes : words.perhaps)}</>;
}

function Policy({ statements }: { readonly statements: readonly KeyStatement[] }) {
  const { t } = useSpeech();
  return (
    <>
      <h4>{t(words.policy)}</h4>
      <Table<KeyStatement>
        caption={t(words.policy)}
        rows={statements}
        keyOf={(statement) => JSON.stringify(statement)}
        columns={[
          { name: t(words.statement), isHeader: true, cell: ({ name }) => name },
          { name: t(words.effect), cell: ({ effect }) => effect },
          {
            name: t(words.powers),
            cell: ({ powers }) => powers.map((power) => t(STRINGS.power[power])).join(', ') || t(words.other),
          },
          { name: t(words.principals), cell: ({ who }) => <List items={who} /> },
          {
            name: t(words.conditions),
            cell: ({ when }) => (when.length === 0 ? t(words.always) : <List items={when} />),
          },
        ]}
      />
    </>
  );
}
