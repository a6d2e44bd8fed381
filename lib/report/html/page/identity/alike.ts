import type { PrivilegedPath } from '../../../../model';

/** Roles of one name that can do the same: the same role in many accounts. */
export interface Alike {
  readonly key: string;
  readonly paths: readonly [PrivilegedPath, ...PrivilegedPath[]];
}

/** Roles that differ in nothing but their account are told once. */
export function alikeOf(paths: readonly PrivilegedPath[]): readonly Alike[] {
  const groups = new Map<string, [PrivilegedPath, ...PrivilegedPath[]]>();
  for (const path of paths) {
    const { name, account, privileges, trust, bounded, isExempt, unread } = path;
    const bare = account === undefined ? name : name.replace(account, '');
    const same = JSON.stringify([privileges, trust, bounded, isExempt, unread]).replaceAll(/\d{12}/g, 'ACCOUNT');
    const key = `${bare}\n${same}`;
    const group = groups.get(key);
    if (group) group.push(path);
    else groups.set(key, [path]);
  }
  return [...groups].map(([key, members]) => ({ key, paths: members }));
}
