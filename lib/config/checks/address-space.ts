import type { ProblemDraft } from '../problem';
import type { Check } from './check';
import { nameVpc } from './survey';
import { blocksOf, isWithin, overlapping, type VpcBlock } from './vpc-blocks';

const LARGEST = 16;
const SMALLEST = 28;

/** Every VPC is an IPv4 block of the size that AWS allows, cut from the address space, and overlaps no other. */
export const checkAddressSpace: Check = (config) => {
  const stated = blocksOf(config, 'cidr');
  return [
    ...stated.flatMap((placed) => blockProblems(placed, config.network.addressSpace)),
    ...overlapping(stated, 'cidr', 'network.addressSpace'),
  ];
};

function blockProblems(placed: VpcBlock, addressSpace: readonly string[]): readonly ProblemDraft[] {
  const { block } = placed;
  const path = [...placed.path, 'cidr'];
  if (block.family !== 4 || block.prefix < LARGEST || block.prefix > SMALLEST) {
    const message = `${nameVpc(placed)} has the block ${block.text}, which is no size of a VPC`;
    return [{ path, message, expected: `an IPv4 block of /${LARGEST} to /${SMALLEST}`, remedy: 'choose another size' }];
  }
  if (isWithin(block, addressSpace)) return [];
  const spaces = addressSpace.join(', ');
  return [
    {
      path,
      message: `${nameVpc(placed)} (${block.text}) is outside the address space ${spaces}`,
      expected: `a block within ${spaces}`,
      remedy: 'take a free block of network.addressSpace, or extend the address space',
      dependsOn: [['network', 'addressSpace']],
    },
  ];
}
