import { useMemo } from 'preact/hooks';
import type { ExemptedRole } from '../../../../model';
import { STRINGS } from '../../strings';
import { useSpeech } from '../language';
import type { SectionProps } from '../section';
import { List } from '../ui/list';
import { Table } from '../ui/table';
import { alikeOf } from './alike';
import { PermissionSets } from './permission-sets';
import { PrivilegedRoles, UndecidedRoles } from './roles';

const { identity: words } = STRINGS;

/** Who can do what matters most: roles, the ways to them, break-glass, and the permission sets of people. */
export function IdentityView({ review: { identity } }: SectionProps) {
  const { t } = useSpeech();
  const alike = useMemo(() => alikeOf(identity.paths), [identity]);
  const isSure = ({ paths: [{ privileges }] }: (typeof alike)[number]) =>
    privileges.some(({ answer }) => answer === 'yes');
  const [sure, unsure] = [alike.filter(isSure), alike.filter((each) => !isSure(each))];
  return (
    <>
      <p>{t(words.help)}</p>
      <h3>{t(words.sure)}</h3>
      {sure.length === 0 ? <p>{t(words.noneSure)}</p> : <PrivilegedRoles roles={sure} />}
      <h3>{t(words.exempted)}</h3>
      {identity.exempted.length === 0 ? (
        <p>{t(words.noneExempted)}</p>
      ) : (
        <Table<ExemptedRole>
          caption={t(words.exempted)}
          rows={identity.exempted}
          keyOf={({ pattern }) => pattern}
          columns={[
            { name: t(words.role), isHeader: true, cell: ({ pattern }) => <code>{pattern}</code> },
            { name: t(words.policies), cell: ({ policies }) => <List items={policies} /> },
          ]}
        />
      )}
      <h3>{t(words.permissionSets)}</h3>
      {identity.permissionSets.length === 0 ? (
        <p>{t(words.noSets)}</p>
      ) : (
        <PermissionSets sets={identity.permissionSets} />
      )}
      {unsure.length > 0 && (
        <>
          <h3>{t(words.unsure)}</h3>
          <p>{t(words.unsureHelp)}</p>
          <UndecidedRoles roles={unsure} />
        </>
      )}
    </>
  );
}
