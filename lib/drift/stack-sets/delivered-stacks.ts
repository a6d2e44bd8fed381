import { join } from 'node:path';
import type { PlannedStack } from '../../deploy';
import { asText } from '../../template';
import type { Standing } from '../inventory';
import type { StackSet } from './stack-set';

/** Folder of the assembly for stacks that stack sets made. */
export const DELIVERED = 'assembly-stack-sets';

/** A stack that a stack set made in an account, as if it were one of the assembly. */
export interface DeliveredStack extends PlannedStack {
  readonly set: StackSet;
}

/**
 * The stacks that stack sets made.
 * @param assembly Folder of the assembly to which they are added. @param standing Its own stacks.
 */
export function deliveredStacks(
  sets: readonly StackSet[],
  assembly: string,
  standing: readonly Standing[],
): DeliveredStack[] {
  const roles = new Map(standing.map(({ stack }) => [stack.account, stack.lookupRole]));
  return sets.flatMap((set) => {
    const { resource, template, home, instances } = set;
    if (typeof instances === 'string' || !template) return [];
    return instances.flatMap(({ Account: account = '', Region: region = '', StackId = '' }): DeliveredStack[] => {
      const [, name] = /:stack\/([^/]+)\//.exec(StackId) ?? [];
      // What was never made, the stack set itself is missing.
      if (name === undefined) return [];
      const setName = asText(resource.properties['StackSetName']) ?? resource.logicalId;
      const lookupRole = roles.get(account) ?? home.stack.lookupRole?.replaceAll(home.stack.account, account);
      return [
        {
          set,
          id: `${setName}/${account}/${region}`,
          name,
          account,
          region,
          stage: setName,
          capability: setName,
          templateFile: join(assembly, DELIVERED, `${name}.${account}.${region}.template.json`),
          digest: home.stack.digest,
          dependencies: [],
          ...(lookupRole === undefined ? {} : { lookupRole }),
        },
      ];
    });
  });
}
