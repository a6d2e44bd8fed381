import { isMap, type Value } from '../../template';
import { listOf } from './statement';

/** What a condition asks of one key; operator and key in lower case. */
export interface ConditionKey {
  readonly operator: string;
  readonly key: string;
  readonly values: readonly Value[];
}

/** The keys of a condition; none where it is not set or cannot be read. */
export function conditionKeys(condition: Value | undefined): readonly ConditionKey[] {
  if (!isMap(condition)) return [];
  return Object.entries(condition).flatMap(([operator, keys]) =>
    isMap(keys)
      ? Object.entries(keys).map(([key, values]) => ({
          operator: operator.toLowerCase(),
          key: key.toLowerCase(),
          values: listOf(values),
        }))
      : [],
  );
}
