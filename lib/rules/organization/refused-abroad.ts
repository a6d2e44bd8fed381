import { regionsOutside, type Partition } from '../../model';
import type { Rule } from '../rule';
import { proved } from './proved';

/** How a key names regions. */
interface Form {
  /** It carries a list. */
  readonly isList: boolean;
  /** Form of the ARN, with `*` for what may be anything. Default: by name. */
  readonly arn?: (partition: Partition) => string;
}

/**
 * A rule's predicate: an action that is called at home and moves something elsewhere is refused to all but named roles
 * where its key names another region than those of the profile. Who is at home may call it: a refusal by
 * aws:RequestedRegion does not stop it.
 * @param key In lower case.
 */
export function refusedAbroad(action: string, key: string, { isList, arn }: Form): Rule['evaluate'] {
  return proved((guardrails, { partition, regions }) => {
    const [home] = regions;
    const naming = {
      key,
      regions: regionsOutside(partition, regions),
      ...(arn && { arn: arn(partition) }),
      ...(isList && home !== undefined && { beside: home }),
    };
    return [guardrails.nobodyCan([action], { regions, naming })];
  });
}
