import { asText, Unknown, type Resource, type Value } from '../../../../template';
import { NONE, uniteRanges, type Ranges } from '../../packets';
import { exactly, type Bounded } from '../bounded';
import { thingOf } from '../gateways';
import { ALL_PORTS, PROTOCOL } from '../protocols';
import { at, get, keyOf, namedBy } from '../reading';
import { exitTo, trafficOn } from './exits';
import type { Door, Relay } from './relay';
import type { Standings } from './standing';
import type { Target } from './target';

const CONFIGURATION = 'AWS::VpcLattice::ResourceConfiguration';

/**
 * Resource endpoints: what reaches one reaches a resource in another VPC, from the interfaces of a resource gateway there.
 * Source: Amazon VPC Lattice user guide, Resource configurations, Resource gateways.
 */
export function resourceEndpointsOf(standings: Standings): readonly Relay[] {
  const { graph } = standings.network;
  return graph.ofType('AWS::EC2::VPCEndpoint').flatMap((endpoint): readonly Relay[] => {
    const configuration = standings.follow(get(endpoint, 'ResourceConfigurationArn'));
    if (configuration?.type !== CONFIGURATION) return [];
    const parts = graph
      .ofType(CONFIGURATION)
      .filter((own) => standings.follow(get(own, 'ResourceConfigurationGroupId')) === configuration);
    const doors = [configuration, ...parts].flatMap((own) => doorsOf(standings, own));
    return [{ ...thingOf(endpoint), what: 'resource endpoint', entrances: standings.of(keyOf(endpoint)), doors }];
  });
}

function doorsOf(standings: Standings, configuration: Resource): readonly Door[] {
  const gateway = standings.follow(get(configuration, 'ResourceGatewayId'));
  if (!gateway) return [];
  const port = portsOf(configuration);
  const from = { kind: 'places', places: standings.of(keyOf(gateway)), keepsClient: false } as const;
  const why = 'opens connections from its interfaces';
  const through = [{ ...thingOf(gateway), name: `resource gateway ${gateway.logicalId}`, why }];
  const clients = exactly(standings.network.book.space.all);
  const reasons = standings.doubts(configuration, gateway);
  const targets = targetsOf(standings, configuration, gateway, port);
  const exits = targets.map((target) => exitTo(target, PROTOCOL.tcp, { through, clients, admits: [], from, reasons }));
  return [{ ...thingOf(configuration), what: 'resource configuration', traffic: trafficOn(PROTOCOL.tcp, port), exits }];
}

/** What a configuration stands for: an address, a database by its ARN, or a name that resolves to what is not known. */
function targetsOf(
  standings: Standings,
  configuration: Resource,
  gateway: Resource,
  port: Bounded<Ranges>,
): readonly Target[] {
  const paths = ['IpResource', 'ArnResource', 'DnsResource.DomainName'];
  return paths.flatMap((path) =>
    at(configuration.properties, `ResourceConfigurationDefinition.${path}`).flatMap(({ value }): readonly Target[] => {
      const found = standings.follow(value);
      if (found) return [standings.target(found, port, [])];
      const text = asText(value);
      if (path === 'IpResource' && text !== undefined) return standings.at(text, gateway, port, []);
      const [vpc] = namedBy(gateway.properties['VpcIdentifier'], gateway);
      const reason = value instanceof Unknown ? value.reason : `what ${text ?? 'a resource'} stands for is not known`;
      return [standings.any(vpc?.key, configuration, port, [reason])];
    }),
  );
}

/** Ports of a configuration: `80`, `443-445`; all where it states none. */
function portsOf(configuration: Resource): Bounded<Ranges> {
  const spans = at(configuration.properties, 'PortRanges[]').map(({ value }) => spanOf(value));
  if (spans.length === 0) return exactly(ALL_PORTS);
  const known = spans.filter((span) => span !== undefined);
  const must = uniteRanges(NONE, ...known);
  if (known.length === spans.length) return exactly(must);
  return { may: ALL_PORTS, must, reasons: [`ports of ${configuration.logicalId} are not known`] };
}

function spanOf(value: Value): Ranges | undefined {
  const match = /^(\d+)(?:-(\d+))?$/.exec(asText(value) ?? '');
  return match ? [Number(match[1]), Number(match[2] ?? match[1])] : undefined;
}
