import type { Graph, Resource } from '../../template';
import { referred } from '../check';

/** The subnets of these templates that are associated with a route table. */
export function routedBy(table: Resource, graph: Graph): readonly Resource[] {
  return graph
    .ofType('AWS::EC2::SubnetRouteTableAssociation')
    .filter((each) => referred(each.properties['RouteTableId'], graph) === table)
    .flatMap((each) => referred(each.properties['SubnetId'], graph) ?? []);
}
