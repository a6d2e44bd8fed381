import type { ProblemDraft } from '../problem';
import type { AccountConfig } from '../schema';
import type { Path } from '../source';
import type { Check } from './check';
import { reference, type Named } from './reference';

type Workload = AccountConfig['workloads'][number];
type Type = Workload['type'];

/** What workloads name is a workload of the same account and of the right type. */
export const checkWorkloadReferences: Check = (config) =>
  config.accounts.flatMap((account, index) => {
    const list = ['accounts', index, 'workloads'];
    return account.workloads.flatMap((workload, at) =>
      namedBy(workload).flatMap(({ key, name, type }) =>
        targetProblems(account, list, [...list, at, ...key], name, type),
      ),
    );
  });

interface Mention {
  readonly key: Path;
  readonly name: string;
  readonly type: Type;
}

function namedBy(workload: Workload): readonly Mention[] {
  if (workload.type === 'web-service') {
    return [...one('database', workload.database, 'postgres'), ...many('tables', workload.tables, 'table')];
  }
  if (workload.type !== 'function') return [];
  return [
    ...one('queue', workload.queue, 'queue'),
    ...many('tables', workload.tables, 'table'),
    ...many('datasets', workload.datasets, 'dataset'),
  ];
}

function one(key: string, name: string | undefined, type: Type): readonly Mention[] {
  return name === undefined ? [] : [{ key: [key], name, type }];
}

function many(key: string, names: readonly string[], type: Type): readonly Mention[] {
  return names.map((name, index) => ({ key: [key, index], name, type }));
}

function targetProblems(
  account: AccountConfig,
  list: Path,
  path: Path,
  name: string,
  type: Type,
): readonly ProblemDraft[] {
  const candidates = account.workloads.flatMap((each, index): Named[] =>
    each.type === type ? [{ name: each.name, path: [...list, index, 'name'] }] : [],
  );
  const dependsOn = account.workloads.flatMap((_, index) => [
    [...list, index, 'name'],
    [...list, index, 'type'],
  ]);
  const other = account.workloads.find((each) => each.name === name);
  if (!other)
    return reference(path, name, `a ${type} workload of "${account.name}"`, candidates).map((draft) => ({
      ...draft,
      dependsOn,
    }));
  if (other.type === type) return [];
  const message = `"${name}" is a ${other.type}, not a ${type}`;
  const expected = `the name of a ${type} workload of "${account.name}"`;
  return [{ path, message, expected, remedy: `name a ${type}, or remove the mention`, dependsOn }];
}
