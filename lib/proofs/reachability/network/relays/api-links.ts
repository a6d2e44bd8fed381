import { asText, type Resource, type Value } from '../../../../template';
import { exactly } from '../bounded';
import { thingOf } from '../gateways';
import type { Outside, Place } from '../model';
import { PROTOCOL } from '../protocols';
import { at, get, keyOf, namedBy } from '../reading';
import { serviceOf } from '../services';
import { exitTo, trafficOn } from './exits';
import { frontedBy, internetOf } from './fronts';
import { behind } from './private-link';
import type { Departure, Door, Passed, Relay } from './relay';
import { portOf, type Standings } from './standing';
import type { Target } from './target';

const REST_LINK = 'AWS::ApiGateway::VpcLink';
const LISTENER = 'AWS::ElasticLoadBalancingV2::Listener';
const HTTPS = trafficOn(PROTOCOL.tcp, exactly([443, 443]));

/**
 * Private integrations of API Gateway: whoever may call an API reaches what stands behind its VPC link, without a public
 * address there. Source: Amazon API Gateway developer guide, Private integrations for REST APIs, for HTTP APIs.
 * @param balancers load balancers of these templates
 */
export function apiLinksOf(standings: Standings, balancers: readonly Relay[]): readonly Relay[] {
  const internet = internetOf(standings);
  if (!internet) return [];
  return [
    ...standings.network.graph.ofType(REST_LINK).map((link) => restLink(standings, link, balancers, internet)),
    ...standings.network.graph
      .ofType('AWS::ApiGatewayV2::Integration')
      .filter((integration) => asText(get(integration, 'ConnectionType')) === 'VPC_LINK')
      .map((integration) => httpLink(standings, integration, internet)),
  ];
}

/** A link leads to its network load balancers by PrivateLink, on the port that an integration names. */
function restLink(standings: Standings, link: Resource, balancers: readonly Relay[], internet: Outside): Relay {
  const calling = standings.network.graph
    .ofType('AWS::ApiGateway::Method')
    .filter((method) => standings.follow(get(method, 'Integration.ConnectionId')) === link);
  const apis = calling.map((method) => standings.follow(get(method, 'RestApiId')));
  const isPrivate = apis.length > 0 && apis.every((api) => api !== undefined && isPrivateApi(api));
  const reasons = calling.length > 0 ? [] : [`which APIs use ${link.logicalId} is in no template`];
  const passed = { ...thingOf(link), name: `VPC link ${link.logicalId}`, why: TERMS };
  const doors = at(link.properties, 'TargetArns[]').flatMap(({ value }) =>
    namedBy(value, link).flatMap(({ key }) =>
      balancers
        .filter((relay) => relay.key === key)
        .flatMap((relay) =>
          relay.doors.map((door) => ({ relay, door: behind(standings, relay, door, passed, reasons) })),
        )
        .map(({ door }): Door => ({ ...door, traffic: HTTPS })),
    ),
  );
  const entrances = isPrivate ? executeApi(standings) : [internet];
  return { ...thingOf(link), what: 'API Gateway VPC link', entrances, doors };
}

function isPrivateApi(api: Resource): boolean {
  return at(api.properties, 'EndpointConfiguration.Types[]').some(({ value }) => asText(value) === 'PRIVATE');
}

/** Interface endpoints by which private APIs are called. Which of them an API's policy names is not asked. */
function executeApi(standings: Standings): readonly Place[] {
  return standings.network.graph
    .ofType('AWS::EC2::VPCEndpoint')
    .filter((endpoint) => serviceOf(endpoint) === 'execute-api')
    .flatMap((endpoint) => standings.of(keyOf(endpoint)));
}

/** An integration leads to a load balancer's listener from the interfaces of its link, under the link's groups. */
function httpLink(standings: Standings, integration: Resource, internet: Outside): Relay {
  const link = standings.follow(get(integration, 'ConnectionId'));
  const own = link ? standings.of(keyOf(link)) : [];
  const from: Departure =
    own.length > 0 ? { kind: 'places', places: own, keepsClient: false } : { kind: 'unseen', outside: internet };
  const reasons = own.length > 0 ? [] : [`from which interfaces ${integration.logicalId} leads on is in no template`];
  const through: readonly Passed[] = [
    { ...thingOf(integration), name: `integration ${integration.logicalId}`, why: TERMS },
  ];
  const leading = { through, clients: exactly(standings.network.book.space.all), admits: [], from, reasons };
  const exits = at(integration.properties, 'IntegrationUri').flatMap(({ value }) =>
    listened(standings, value, integration, own[0]?.subnet.vpc.key).map((target) =>
      exitTo(target, PROTOCOL.tcp, leading),
    ),
  );
  const door: Door = { ...thingOf(integration), what: 'route of', traffic: HTTPS, exits };
  return { ...thingOf(integration), what: 'API Gateway integration', entrances: [internet], doors: [door] };
}

/** The load balancer of a listener; behind a service of Cloud Map whatever stands in the VPC. */
function listened(standings: Standings, uri: Value, integration: Resource, vpc: string | undefined): readonly Target[] {
  const named = standings.follow(uri);
  if (named?.type === LISTENER) {
    const port = portOf(get(named, 'Port'));
    const balancer = get(named, 'LoadBalancerArn');
    return balancer === undefined
      ? []
      : frontedBy(standings, balancer, named, port, standings.doubts(integration, named));
  }
  if (!named) return frontedBy(standings, uri, integration, portOf(undefined), []);
  return [standings.any(vpc, named, portOf(undefined), [`what is registered in ${named.logicalId} is not known`])];
}

const TERMS = 'leads on the calls that the authorisers and the policy of its API let in';
