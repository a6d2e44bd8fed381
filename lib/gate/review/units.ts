import type { IdentityReview, LogsReview, SilentSource } from '../../model';

/** The logs of several units as one list: positions of stores move on. */
export function joinedLogs(units: readonly LogsReview[]): LogsReview {
  const stores = units.flatMap((unit) => unit.stores);
  const silent = new Map<string, SilentSource>();
  for (const each of units.flatMap((unit) => unit.silent)) {
    const key = `${each.type} ${each.kind}`;
    silent.set(key, { ...each, count: each.count + (silent.get(key)?.count ?? 0) });
  }
  let before = 0;
  const flows = units.flatMap((unit) => {
    const moved = unit.flows.map(({ store, ...flow }) => ({
      ...flow,
      ...(store === undefined ? {} : { store: store + before }),
    }));
    before += unit.stores.length;
    return moved;
  });
  return { flows, stores, silent: [...silent.values()] };
}

/** The identities of several units as one list. */
export function joinedIdentities(units: readonly IdentityReview[]): IdentityReview {
  return {
    paths: units.flatMap(({ paths }) => paths),
    permissionSets: units.flatMap(({ permissionSets }) => permissionSets),
    exempted: units.flatMap(({ exempted }) => exempted),
  };
}
