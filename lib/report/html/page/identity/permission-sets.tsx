import type { PermissionSet } from '../../../../model';
import { STRINGS } from '../../strings';
import { useSpeech } from '../language';
import { List } from '../ui/list';
import { Table } from '../ui/table';

const { identity: words } = STRINGS;

/** What people may do through IAM Identity Center, and where. */
export function PermissionSets({ sets }: { readonly sets: readonly PermissionSet[] }) {
  const { t } = useSpeech();
  return (
    <Table<PermissionSet>
      caption={t(words.permissionSets)}
      rows={sets}
      keyOf={({ template, logicalId }) => `${template} ${logicalId}`}
      columns={[
        {
          name: t(words.set),
          isHeader: true,
          cell: ({ name, session }) => (
            <>
              {name} <span class="second">{session}</span>
            </>
          ),
        },
        { name: t(words.policies), cell: ({ policies }) => <List items={policies} /> },
        {
          name: t(words.assigned),
          cell: ({ assignments }) => (
            <List
              items={assignments.map(
                ({ kind, principal, account }) => `${kind.toLowerCase()} ${principal}: ${account}`,
              )}
            />
          ),
        },
      ]}
    />
  );
}
