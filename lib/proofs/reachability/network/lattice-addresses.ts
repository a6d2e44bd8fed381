import type { Graph } from '../../../template';
import { blockOf, type Block } from '../addresses';
import { namedBy } from './reading';

/** Key of VPC Lattice as something outside of VPCs. */
export const LATTICE = 'service vpc-lattice';

/**
 * Addresses at which VPC Lattice is reached in an associated VPC, and from which it reaches targets.
 * Source: Amazon VPC Lattice user guide, Control traffic in VPC Lattice using security groups, managed prefix list.
 */
export const LATTICE_BLOCKS: readonly Block[] = ['169.254.171.0/24', 'fd00:ec2:80::/64'].flatMap(
  (text) => blockOf(text) ?? [],
);

const ASSOCIATION = 'AWS::VpcLattice::ServiceNetworkVpcAssociation';

/** Whether clients of some VPC reach VPC Lattice by its own addresses, or it opens connections to targets. */
export function usesLattice(graph: Graph): boolean {
  return graph.ofType(ASSOCIATION).length > 0 || graph.ofType('AWS::VpcLattice::TargetGroup').length > 0;
}

/** By the key of a VPC, what associates it with a service network: that puts a route into each of its tables. */
export function latticeAssociations(graph: Graph) {
  return new Map(
    graph
      .ofType(ASSOCIATION)
      .flatMap((resource) =>
        namedBy(resource.properties['VpcIdentifier'], resource).map(({ key }) => [key, resource] as const),
      ),
  );
}
