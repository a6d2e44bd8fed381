import { type Graph, type Resource } from '../../../template';
import { intersectRanges, NONE, uniteRanges, type Ranges } from '../packets';
import { exactly, type Bounded } from './bounded';
import type { Layout } from './layout';
import type { PlaceDraft } from './place-drafts';
import { isOpen, namedBy, names } from './reading';

const ENDPOINT = 'ClientVpnEndpointId';

/**
 * Where clients of a VPN come through one of its associations: to networks that a rule authorises, and to which a route
 * leads over its subnet. That of the VPC is made with the association. Undefined for everything else.
 * Source: AWS Client VPN administrator guide, Authorization rules, Routes.
 */
export function clientsReach(layout: Layout, { resource, subnet }: PlaceDraft): Bounded<Ranges> | undefined {
  if (resource.type !== 'AWS::EC2::ClientVpnTargetNetworkAssociation') return undefined;
  const { graph, book } = layout;
  const [endpoint, ...others] = namedBy(resource.properties[ENDPOINT], resource);
  if (!endpoint || others.length > 0 || !isHere(graph, endpoint.key)) {
    const reason = `which endpoint ${resource.logicalId} joins, or what that authorises, is not in these templates`;
    return { may: book.space.all, must: NONE, reasons: [reason] };
  }
  const rules = ofEndpoint(graph, 'AWS::EC2::ClientVpnAuthorizationRule', endpoint.key);
  const routes = ofEndpoint(graph, 'AWS::EC2::ClientVpnRoute', endpoint.key).filter((route) =>
    namedBy(route.properties['TargetVpcSubnetId'], route).some(({ key }) => key === subnet.key || key.startsWith('?')),
  );
  const authorised = all(rules.map((rule) => addressesOf(layout, rule, 'TargetNetworkCidr')));
  const own = exactly(layout.vpcAddresses(subnet.vpc.key));
  const led = all([own, ...routes.map((route) => addressesOf(layout, route, 'DestinationCidrBlock'))]);
  return {
    may: intersectRanges(authorised.may, led.may),
    must: intersectRanges(authorised.must, led.must),
    reasons: [...new Set([...authorised.reasons, ...led.reasons])],
  };
}

function isHere(graph: Graph, key: string): boolean {
  return graph
    .ofType('AWS::EC2::ClientVpnEndpoint')
    .some(({ template, logicalId }) => key === `${template.path}#${logicalId}`);
}

function ofEndpoint(graph: Graph, type: string, endpoint: string): readonly Resource[] {
  return graph.ofType(type).filter((resource) => isOpen(resource, ENDPOINT) || names(resource, ENDPOINT, endpoint));
}

function addressesOf({ book }: Layout, resource: Resource, property: string): Bounded<Ranges> {
  const { may, must, reasons } = book.addresses(resource.properties[property], resource);
  const { logicalId, condition } = resource;
  const doubts = [
    ...(condition === undefined ? [] : [`${logicalId} depends on condition ${condition}`]),
    ...[ENDPOINT, 'TargetVpcSubnetId']
      .filter((name) => isOpen(resource, name))
      .map((name) => `${name} of ${logicalId} is not resolved`),
  ];
  return { may, must: doubts.length === 0 ? must : NONE, reasons: [...reasons, ...doubts] };
}

function all(parts: readonly Bounded<Ranges>[]): Bounded<Ranges> {
  return {
    may: uniteRanges(NONE, ...parts.map(({ may }) => may)),
    must: uniteRanges(NONE, ...parts.map(({ must }) => must)),
    reasons: parts.flatMap(({ reasons }) => reasons),
  };
}
