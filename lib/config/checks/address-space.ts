import { cidrContains, parseCidr, type Cidr } from '../../model';
import type { ProblemDraft } from '../problem';
import type { Check } from './check';
import { overlaps } from './overlaps';
import { nameVpc, vpcsOf, type PlacedVpc } from './survey';

const LARGEST = 16;
const SMALLEST = 28;

/** Every VPC is an IPv4 block of the size that AWS allows, cut from the address space, and overlaps no other. */
export const checkAddressSpace: Check = (config) => {
  const vpcs = vpcsOf(config);
  return [
    ...vpcs.flatMap((placed) => blockProblems(placed, config.network.addressSpace)),
    ...overlaps(vpcs.flatMap(withBlock)).map(([placed, other]) => overlap(placed, other)),
  ];
};

function blockProblems(placed: PlacedVpc, addressSpace: readonly string[]): readonly ProblemDraft[] {
  const block = parseCidr(placed.vpc.cidr);
  const path = [...placed.path, 'cidr'];
  if (!block) return [];
  if (block.family !== 4 || block.prefix < LARGEST || block.prefix > SMALLEST) {
    const message = `${nameVpc(placed)} has the block ${block.text}, which is no size of a VPC`;
    return [{ path, message, expected: `an IPv4 block of /${LARGEST} to /${SMALLEST}`, remedy: 'choose another size' }];
  }
  if (addressSpace.some((text) => contains(text, placed.vpc.cidr))) return [];
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

function contains(outer: string, inner: string): boolean {
  const [outerBlock, innerBlock] = [parseCidr(outer), parseCidr(inner)];
  return outerBlock !== undefined && innerBlock !== undefined && cidrContains(outerBlock, innerBlock);
}

interface VpcBlock extends PlacedVpc {
  readonly block: Cidr;
}

function withBlock(placed: PlacedVpc): readonly VpcBlock[] {
  const block = parseCidr(placed.vpc.cidr);
  return block ? [{ ...placed, block }] : [];
}

function overlap(placed: VpcBlock, other: VpcBlock): ProblemDraft {
  return {
    path: [...placed.path, 'cidr'],
    message: `${nameVpc(placed)} (${placed.block.text}) overlaps ${nameVpc(other)} (${other.block.text})`,
    expected: 'a block that no other VPC uses',
    remedy: 'move one of the two to a free block of network.addressSpace',
    related: [[...other.path, 'cidr']],
  };
}
