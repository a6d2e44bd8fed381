import { and, forSome, or, type Trilean } from '../../model';
import type { Graph, Resource, Value } from '../../template';
import { fail, NOT_APPLICABLE, pass, unknown } from '../check';
import type { Rule } from '../rule';
import { internetRoute } from './internet-route';
import { agreed, meeting, routedBy, subnetsOf } from './routed-by';

const EXPECTED = 'no route to an internet gateway from the subnets of an attachment';

/** What joins a VPC to a hub, and where it names its subnets. */
const ATTACHMENTS = [
  { type: 'AWS::EC2::TransitGatewayAttachment', path: 'SubnetIds[]' },
  { type: 'AWS::EC2::TransitGatewayVpcAttachment', path: 'SubnetIds[]' },
  { type: 'AWS::EC2::TransitGatewayVpcAttachment', path: 'AddSubnetIds[]' },
  { type: 'AWS::NetworkManager::VpcAttachment', path: 'SubnetArns[]' },
];

/**
 * What comes from the hub takes the routes of the attachment's subnets: there it goes on to what translates or inspects. A
 * flow from or to the internet that the template claims is one of its zones, and no attachment is in a zone. To how much of
 * the internet the route leads makes no difference.
 */
export const attachmentLeadsInside: Rule = {
  id: 'attachment-leads-inside',
  control: 'NET-04',
  message: 'Subnets of an attachment to a transit gateway or core network have a route straight to the internet.',
  remediation:
    'Remove the route, or lead it through a firewall or NAT gateway; keep subnets that are public apart from attachments.',
  types: ['AWS::EC2::Route'],
  scope: 'resource',
  evaluate: (route, { graph }) => {
    const attached = forSome(routedBy(route, graph), ({ resource, certainty }) =>
      and(certainty, () => joins(resource, route, graph)),
    );
    if (attached === false) return NOT_APPLICABLE;
    const { found, leads } = internetRoute(route, graph);
    const bad = and(leads, attached);
    if (bad !== 'unknown') return bad ? fail(found, EXPECTED) : pass(found, EXPECTED);
    if (leads === 'unknown') return unknown(found, EXPECTED);
    const because = 'whether an attachment stands in the subnets is decided at deployment';
    return { ...unknown(found, EXPECTED), because };
  },
};

/** Whether an attachment stands in the subnet of an association, in the deployments that make the route. */
function joins(association: Resource, route: Resource, graph: Graph): Trilean {
  const inSubnet = (value: Value): Trilean => {
    const found = ATTACHMENTS.flatMap((naming) => meeting(graph, { pointer: association, value }, naming, route));
    const together = found.filter(({ resource }) => graph.accompanies(association, resource) !== false);
    return or(...together.map(({ certainty }) => certainty));
  };
  return agreed(subnetsOf(association).map(inSubnet)) ?? false;
}
