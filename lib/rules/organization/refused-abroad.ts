import { regionsOutside, type Partition } from '../../model';
import type { Rule } from '../rule';
import { proved } from './proved';

/**
 * A rule's predicate: an action that is called at home and moves something elsewhere is refused to all but named roles
 * where its key names another region than those of the profile. Who is at home may call it: a refusal by
 * aws:RequestedRegion does not stop it.
 * @param key In lower case.
 * @param value What the key carries for a region. Default: its name.
 */
export function refusedAbroad(
  action: string,
  key: string,
  value: (region: string, partition: Partition) => string = (region) => region,
): Rule['evaluate'] {
  return proved((guardrails, { partition, regions }) => {
    const others = regionsOutside(partition, regions);
    return [
      guardrails.nobodyCan([action], {
        regions,
        oneOf: { key, values: others.map((region) => value(region, partition)) },
      }),
    ];
  });
}
