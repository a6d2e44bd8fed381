import { SEVERITY_ORDER, STATUS_ORDER } from '../order';
import { STRINGS, type Text } from '../../strings';
import { useSpeech } from '../language';
import { addressOf } from '../route/route';
import { replaceAddress } from '../route/use-route';
import { Choice } from '../ui/choice';
import { SearchField } from '../ui/search-field';
import { GROUPINGS, queryOf, type Filter, type Grouping, type Row } from './filter';

const { findings: words } = STRINGS;

const GROUPING_NAMES: Readonly<Record<Grouping, Text>> = {
  rule: words.byRule,
  severity: words.bySeverity,
  control: words.byControl,
  account: words.byAccount,
  type: words.byType,
  none: words.byNothing,
};

export interface FilterFormProps {
  readonly rows: readonly Row[];
  readonly filter: Filter;
  /** The finding that is looked at, which stays in sight. */
  readonly item: string;
}

/** Chooses which findings are listed; the address of the page follows, so that a choice can be sent to somebody. */
export function FilterForm({ rows, filter, item }: FilterFormProps) {
  const { t } = useSpeech();
  const change = (changed: Partial<Filter>) => {
    const query = queryOf({ ...filter, ...changed });
    replaceAddress(addressOf(item === '' ? { name: 'findings', query } : { name: 'finding', item, query }));
  };
  const offered = offersOf(rows, t(words.unknownAccount), t(words.otherEngine));
  const choices: readonly (readonly [keyof Filter, Text, readonly (readonly [string, string])[]])[] = [
    ['status', words.status, STATUS_ORDER.map((value) => [value, t(STRINGS.status[value])])],
    ['severity', words.severity, SEVERITY_ORDER.map((value) => [value, t(STRINGS.severity[value])])],
    ['family', words.family, offered.families],
    ['account', words.account, offered.accounts],
    [
      'state',
      words.state,
      offered.hasStates
        ? [
            ['new', t(words.stateNew)],
            ['unchanged', t(words.stateUnchanged)],
          ]
        : [],
    ],
  ];
  return (
    <form class="filter" role="search" aria-label={t(words.filter)} onSubmit={(event) => event.preventDefault()}>
      <SearchField
        name={t(words.search)}
        hint={t(words.searchHint)}
        value={filter.text}
        onChange={(text) => change({ text })}
      />
      {choices
        .filter(([, , values]) => values.length > 0)
        .map(([key, name, values]) => (
          <Choice
            key={key}
            name={t(name)}
            value={filter[key]}
            values={[['', t(words.any)], ...values]}
            onChange={(value) => change({ [key]: value })}
          />
        ))}
      <Choice
        name={t(words.groupBy)}
        value={filter.group}
        values={GROUPINGS.map((value) => [value, t(GROUPING_NAMES[value])])}
        onChange={(value) => change({ group: GROUPINGS.find((known) => known === value) ?? 'rule' })}
      />
      <button
        type="button"
        onClick={() => change({ status: '', severity: '', family: '', control: '', account: '', state: '', text: '' })}
      >
        {t(words.clear)}
      </button>
    </form>
  );
}

function offersOf(rows: readonly Row[], unknownAccount: string, otherEngine: string) {
  const different = (of: (row: Row) => string) => [...new Set(rows.map(of))].toSorted();
  return {
    families: different(({ family }) => family).map((name) => [name, name === 'other' ? otherEngine : name] as const),
    accounts: different(({ template }) => template.account ?? '?').map(
      (name) => [name, name === '?' ? unknownAccount : name] as const,
    ),
    hasStates: rows.some(({ finding }) => finding.state !== undefined),
  };
}
