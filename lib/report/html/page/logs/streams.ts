import type { LogFlow, LogsReview, LogStore } from '../../../../model';

/** Logs of one kind that go to one store, or to stores of one name and life. */
export interface Stream {
  readonly key: string;
  readonly kind: string;
  readonly store: LogStore | undefined;
  readonly destination: string;
  readonly flows: readonly [LogFlow, ...LogFlow[]];
}

/** Logs by kind and store, in the order of their kinds. */
export function streamsOf({ flows, stores }: LogsReview): readonly Stream[] {
  const streams = new Map<string, { readonly store: LogStore | undefined; readonly flows: [LogFlow, ...LogFlow[]] }>();
  for (const flow of flows) {
    const store = flow.store === undefined ? undefined : stores[flow.store];
    const key = [flow.kind, store ? lifeOf(store) : flow.destination].join('\n');
    const stream = streams.get(key);
    if (stream) stream.flows.push(flow);
    else streams.set(key, { store, flows: [flow] });
  }
  return [...streams]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, { store, flows: members }]) => ({
      key,
      kind: members[0].kind,
      store,
      destination: members[0].destination,
      flows: members,
    }));
}

/** Stores of one kind that are kept alike are told together, unless many log into one. */
function lifeOf({ kind, name, kept, keptDays, lock, lockDays, encrypted, copy }: LogStore): string {
  return JSON.stringify([kind, kind === 'log group' ? '' : name, kept, keptDays, lock, lockDays, encrypted, copy]);
}
