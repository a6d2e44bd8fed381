import type { PrivilegedPath } from '../../../../model';
import { STRINGS } from '../../strings';
import { useSpeech } from '../language';
import { List } from '../ui/list';
import { Table } from '../ui/table';
import type { Alike } from './alike';

const { identity: words } = STRINGS;

interface RolesProps {
  readonly roles: readonly Alike[];
}

/** Roles that surely have a privilege. */
export function PrivilegedRoles({ roles }: RolesProps) {
  const { t } = useSpeech();
  return (
    <Table<Alike>
      caption={t(words.sure)}
      rows={roles}
      keyOf={({ key }) => key}
      columns={[
        { name: t(words.role), isHeader: true, cell: ({ paths: [{ name }] }) => name },
        { name: t(words.accounts), cell: ({ paths }) => <Accounts paths={paths} /> },
        { name: t(words.can), cell: ({ paths: [{ privileges }] }) => <Privileges privileges={privileges} /> },
        { name: t(words.who), cell: ({ paths: [first] }) => <Trust path={first} /> },
        { name: t(words.limits), cell: ({ paths: [first] }) => <Limits path={first} /> },
      ]}
    />
  );
}

/** Roles of which it cannot be told, with the reason. */
export function UndecidedRoles({ roles }: RolesProps) {
  const { t } = useSpeech();
  return (
    <Table<Alike>
      caption={t(words.unsure)}
      rows={roles}
      keyOf={({ key }) => key}
      columns={[
        { name: t(words.role), isHeader: true, cell: ({ paths: [{ name }] }) => name },
        { name: t(words.accounts), cell: ({ paths }) => <Accounts paths={paths} /> },
        {
          name: t(words.because),
          cell: ({ paths: [{ unread, privileges }] }) =>
            unread.length > 0 ? (
              <List items={unread} />
            ) : (
              `${t(words.onRequest)}: ${privileges.map(({ privilege }) => t(STRINGS.privilege[privilege])).join(', ')}`
            ),
        },
        { name: t(words.who), cell: ({ paths: [first] }) => <Trust path={first} /> },
      ]}
    />
  );
}

/** Accounts that are named; of more there is the number, and the names when asked for. */
const SHOWN = 2;

function Accounts({ paths }: { readonly paths: readonly PrivilegedPath[] }) {
  const { t } = useSpeech();
  const names = [...new Set(paths.map(({ account }) => account ?? t(STRINGS.page.notStated)))];
  if (names.length <= SHOWN) return <>{names.join(', ')}</>;
  return (
    <details class="places">
      <summary>{t(STRINGS.glance.accounts, { n: names.length })}</summary>
      <List items={names} />
    </details>
  );
}

function Privileges({ privileges }: { readonly privileges: PrivilegedPath['privileges'] }) {
  const { t } = useSpeech();
  const all = privileges.find(({ privilege, answer }) => privilege === 'everything' && answer === 'yes');
  const shown = all ? [all] : privileges;
  return (
    <List
      items={shown.map(({ privilege, answer }) => {
        const name = t(STRINGS.privilege[privilege]);
        return answer === 'yes' ? name : `${name} (${t(words.perhaps)})`;
      })}
    />
  );
}

function Trust({ path: { trust } }: { readonly path: PrivilegedPath }) {
  const { t } = useSpeech();
  return (
    <List
      items={trust.map(({ who, when }) => {
        const conditions = when.length === 0 ? '' : `; ${t(words.when, { conditions: when.join(', ') })}`;
        return `${who.join(', ')}${conditions}`;
      })}
    />
  );
}

function Limits({ path: { bounded, sessionHours, isExempt } }: { readonly path: PrivilegedPath }) {
  const { t } = useSpeech();
  return (
    <>
      {isExempt && <span class="mark status-unknown">{t(words.breakGlass)}</span>}
      <List
        items={[
          ...(bounded ? [t(words.bounded)] : []),
          ...(sessionHours === undefined ? [] : [t(words.session, { hours: sessionHours })]),
        ]}
      />
    </>
  );
}
