import { cidrContains, parseCidr } from '../../model';
import type { ProblemDraft } from '../problem';
import type { Check } from './check';
import { overlaps } from './overlaps';
import { nameVpc, subnetsOf, vpcsOf, type PlacedBlock, type PlacedVpc } from './survey';

const LARGEST = 16;
const SMALLEST = 28;

/** Subnets stand inside their VPC, do not overlap, have a size that AWS allows, one for each availability zone. */
export const checkSubnets: Check = (config) =>
  vpcsOf(config).flatMap((placed) => {
    const subnets = subnetsOf(placed);
    return [
      ...countProblems(placed, config.availabilityZones.length),
      ...subnets.flatMap((subnet) => placeProblems(placed, subnet)),
      ...overlaps(subnets).map(([subnet, other]) => overlapProblem(placed, subnet, other)),
    ];
  });

function countProblems({ vpc, path }: PlacedVpc, zones: number): readonly ProblemDraft[] {
  const lists = [
    ...Object.entries(vpc.zones).map(([zone, subnets]) => ({
      what: `zone "${zone}"`,
      count: subnets.length,
      path: [...path, 'zones', zone],
    })),
    ...(vpc.attachment
      ? [{ what: 'the attachment', count: vpc.attachment.subnets.length, path: [...path, 'attachment', 'subnets'] }]
      : []),
  ];
  return lists
    .filter((list) => list.count !== zones)
    .map((list) => ({
      path: list.path,
      message: `${list.what} has ${list.count} subnets for ${zones} availability zones`,
      expected: `${zones} subnets, one for each availability zone, in the same order`,
      remedy: list.count < zones ? 'add the missing subnets' : 'remove the surplus, or add availability zones',
      dependsOn: [['availabilityZones']],
    }));
}

function placeProblems(placed: PlacedVpc, { block, path, use }: PlacedBlock): readonly ProblemDraft[] {
  const vpc = parseCidr(placed.vpc.cidr);
  if (block.family === 6) {
    return [
      {
        path,
        message: `subnet ${block.text} for ${use} is IPv6, and subnets are stated by their IPv4 blocks`,
        expected: `an IPv4 block of /${LARGEST} to /${SMALLEST}`,
        remedy: 'state the IPv4 block; with `ipv6` of the VPC each subnet is given a /64 besides',
      },
    ];
  }
  const drafts: ProblemDraft[] = [];
  if (block.prefix < LARGEST || block.prefix > SMALLEST) {
    const message = `subnet ${block.text} for ${use} is no size of a subnet`;
    drafts.push({ path, message, expected: `a block of /${LARGEST} to /${SMALLEST}`, remedy: 'choose another size' });
  }
  if (vpc && !cidrContains(vpc, block)) {
    drafts.push({
      path,
      message: `subnet ${block.text} for ${use} is outside ${nameVpc(placed)} (${vpc.text})`,
      expected: `a block within ${vpc.text}`,
      remedy: 'take a free block of the VPC',
      dependsOn: [[...placed.path, 'cidr']],
    });
  }
  return drafts;
}

function overlapProblem(placed: PlacedVpc, subnet: PlacedBlock, other: PlacedBlock): ProblemDraft {
  return {
    path: subnet.path,
    message: `subnet ${subnet.block.text} for ${subnet.use} overlaps ${other.block.text} for ${other.use} in ${nameVpc(placed)}`,
    expected: 'a block that no other subnet uses',
    remedy: 'move one of the two to a free block of the VPC',
    related: [other.path],
  };
}
