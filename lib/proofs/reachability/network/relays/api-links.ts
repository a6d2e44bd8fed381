import { asText, type Resource, type Value } from '../../../../template';
import { exactly } from '../bounded';
import { thingOf } from '../gateways';
import type { Outside, Place } from '../model';
import { PROTOCOL } from '../protocols';
import { at, get, keyOf } from '../reading';
import { serviceOf } from '../services';
import { exitTo, trafficOn } from './exits';
import { departureFrom, frontedBy, internetOf } from './fronts';
import { doorsBehind } from './private-link';
import type { Door, Passed, Relay } from './relay';
import { portOf, type Standings } from './standing';
import type { Target } from './target';

const HTTP_LINK = 'AWS::ApiGatewayV2::VpcLink';
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
  const { graph } = standings.network;
  const methods = graph.ofType('AWS::ApiGateway::Method');
  const links = graph.ofType('AWS::ApiGateway::VpcLink').map((link) => {
    const calling = methods.filter((method) => standings.follow(get(method, 'Integration.ConnectionId')) === link);
    return restLink(standings, link, balancers, { calling, entrances: entrancesOf(standings, calling, internet) });
  });
  const integrations = graph
    .ofType('AWS::ApiGatewayV2::Integration')
    .filter((integration) => asText(get(integration, 'ConnectionType')) === 'VPC_LINK')
    .map((integration) => {
      const [link, uri] = [get(integration, 'ConnectionId'), get(integration, 'IntegrationUri')];
      return httpLink(standings, integration, { link, uri, entrances: [internet] }, internet);
    });
  const targeted = methods
    .filter((method) => get(method, 'Integration.IntegrationTarget') !== undefined)
    .map((method) => {
      const [link, uri] = ['ConnectionId', 'IntegrationTarget'].map((name) => get(method, `Integration.${name}`));
      const entrances = entrancesOf(standings, [method], internet);
      return httpLink(standings, method, { link, uri, entrances }, internet);
    });
  return [...links, ...integrations, ...targeted];
}

/** Where calls of methods come in: at the internet, and those of private APIs at interface endpoints. */
function entrancesOf(
  standings: Standings,
  calling: readonly Resource[],
  internet: Outside,
): readonly (Place | Outside)[] {
  const apis = calling.map((method) => standings.follow(get(method, 'RestApiId')));
  const kinds = apis.map((api) => (api ? isPrivate(api) : 'unknown'));
  const isOpen = kinds.length === 0 || kinds.some((kind) => kind !== true);
  const isClosed = kinds.length === 0 || kinds.some((kind) => kind !== false);
  return [...(isOpen ? [internet] : []), ...(isClosed ? executeApi(standings) : [])];
}

/** Default: it is not. Source: AWS::ApiGateway::RestApi, EndpointConfiguration. */
function isPrivate(api: Resource): boolean | 'unknown' {
  const types = at(api.properties, 'EndpointConfiguration.Types[]').map(({ value, sure }) => ({
    text: asText(value),
    sure,
  }));
  if (types.every(({ text, sure }) => sure && text !== undefined && text !== 'PRIVATE')) return false;
  return types.every(({ text, sure }) => sure && text === 'PRIVATE') ? true : 'unknown';
}

/** Interface endpoints by which private APIs are called. Which of them an API's policy names is not asked. */
function executeApi(standings: Standings): readonly Place[] {
  return standings.network.graph
    .ofType('AWS::EC2::VPCEndpoint')
    .filter((endpoint) => serviceOf(endpoint) === 'execute-api')
    .flatMap((endpoint) => standings.of(keyOf(endpoint)));
}

/** A link leads to its network load balancers by PrivateLink. */
function restLink(
  standings: Standings,
  link: Resource,
  balancers: readonly Relay[],
  { calling, entrances }: { readonly calling: readonly Resource[] } & Pick<Relay, 'entrances'>,
): Relay {
  const reasons = calling.length > 0 ? [] : [`which APIs use ${link.logicalId} is in no template`];
  const passed = { ...thingOf(link), name: `VPC link ${link.logicalId}`, why: TERMS };
  const doors = doorsBehind(standings, { owner: link, path: 'TargetArns[]', passed, reasons }, balancers);
  return {
    ...thingOf(link),
    what: 'API Gateway VPC link',
    entrances,
    doors: doors.map((door) => ({ ...door, traffic: HTTPS })),
  };
}

/** What an integration says of the way that its calls take. */
interface Integrated extends Pick<Relay, 'entrances'> {
  readonly link: Value | undefined;
  readonly uri: Value | undefined;
}

/** An integration leads to a load balancer's listener from the interfaces of its link, under the link's groups. */
function httpLink(
  standings: Standings,
  integration: Resource,
  { link, uri, entrances }: Integrated,
  internet: Outside,
): Relay {
  const found = standings.follow(link);
  const own = found?.type === HTTP_LINK ? standings.of(keyOf(found)) : [];
  const doubt = `from which interfaces ${integration.logicalId} leads on is in no template`;
  const through: readonly Passed[] = [
    { ...thingOf(integration), name: `integration ${integration.logicalId}`, why: TERMS },
  ];
  const clients = exactly(standings.network.book.space.all);
  const leading = { through, clients, admits: [], ...departureFrom(own, internet, doubt) };
  const targets = uri === undefined ? [] : listened(standings, uri, integration, own[0]?.subnet.vpc.key);
  const exits = targets.map((target) => exitTo(target, PROTOCOL.tcp, leading));
  const door: Door = { ...thingOf(integration), what: 'route of', traffic: HTTPS, exits };
  return { ...thingOf(integration), what: 'API Gateway integration', entrances, doors: [door] };
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
