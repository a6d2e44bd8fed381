import { and, or, type Trilean } from '../../model';
import type { Graph, Resource } from '../../template';
import { companions, fail, NOT_APPLICABLE, pass, referred, unknown } from '../check';
import type { Rule } from '../rule';
import { internetRoute } from './internet-route';
import { routedBy } from './routed-by';

const EXPECTED = 'no route to an internet gateway from the subnets of an attachment';

/** What joins a VPC to a hub, and where it names its subnets. */
const ATTACHMENTS = [
  { type: 'AWS::EC2::TransitGatewayAttachment', path: 'SubnetIds[]' },
  { type: 'AWS::EC2::TransitGatewayVpcAttachment', path: 'SubnetIds[]' },
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
    const table = referred(route.properties['RouteTableId'], graph);
    const attached = table ? or(...routedBy(table, graph).map((subnet) => joins(subnet, graph))) : false;
    if (attached === false) return NOT_APPLICABLE;
    const { found, leads } = internetRoute(route, graph);
    const bad = and(leads, attached);
    if (bad !== 'unknown') return bad ? fail(found, EXPECTED) : pass(found, EXPECTED);
    if (leads === 'unknown') return unknown(found, EXPECTED);
    const because = 'whether an attachment stands in the subnets is decided at deployment';
    return { ...unknown(found, EXPECTED), because };
  },
};

/** Whether an attachment stands in a subnet. */
function joins(subnet: Resource, graph: Graph): Trilean {
  const found = ATTACHMENTS.flatMap((naming) => companions(graph, subnet, naming));
  return or(...found.map(({ certainty }) => certainty));
}
