import { refusalOf } from '../../deploy';
import type { Access } from '../access';
import type { Difference } from '../difference';
import type { DeployedNames } from '../names/deployed-names';
import { contentsOf, type Content } from '../network/contents';
import { placeOf, type Subject } from './compare-thing';

/** Tells what stands in a VPC and is in no template. */
export async function compareContents(vpc: Subject, names: DeployedNames, access: Access): Promise<Difference[]> {
  let found: readonly Content[];
  try {
    found = await contentsOf(vpc.physicalId, access);
  } catch (error) {
    const because = `what stands in it cannot be listed: ${refusalOf(error).message}`;
    return [{ ...placeOf(vpc), kind: 'unread', properties: [], because }];
  }
  return found
    .filter(({ physicalId }) => !names.isOwned(access.account, physicalId))
    .flatMap(({ parts, physicalId, ...content }) => {
      const { template } = placeOf(vpc);
      const home = `in ${vpc.resource.logicalId}`;
      const self = { ...content, template, kind: 'unmanaged', name: `${physicalId} ${home}`, physicalId } as const;
      const own = parts.map((part) => ({
        ...part,
        template,
        kind: 'unmanaged' as const,
        name: `of ${physicalId} ${home}`,
      }));
      return [self, ...own];
    });
}
