import { asText, type Resource } from '../../../../template';
import { blockOf } from '../../addresses';
import type { Ranges } from '../../packets';
import { exactly, type Bounded } from '../bounded';
import { thingOf } from '../gateways';
import { PROTOCOL } from '../protocols';
import { at, get, keyOf } from '../reading';
import { exitTo, trafficOn } from './exits';
import { departureFrom, frontedBy, internetOf, portRangesOf } from './fronts';
import type { Exit, Relay } from './relay';
import { portOf, type Standings } from './standing';
import type { Target } from './target';

/**
 * Endpoints of Verified Access: users at the internet whom its policies let in reach what stands behind, from the
 * endpoint's interfaces and under its security groups. Source: AWS Verified Access user guide, Verified Access endpoints.
 */
export function verifiedAccessOf(standings: Standings): readonly Relay[] {
  const internet = internetOf(standings);
  if (!internet) return [];
  return standings.network.graph.ofType('AWS::EC2::VerifiedAccessEndpoint').map((endpoint) => {
    const doubt = `from which interface ${endpoint.logicalId} opens connections is in no template`;
    const through = [{ ...thingOf(endpoint), name: `Verified Access endpoint ${endpoint.logicalId}`, why: TERMS }];
    const clients = exactly(standings.network.book.space.all);
    const leading = { through, clients, admits: [], ...departureFrom(standings.of(keyOf(endpoint)), internet, doubt) };
    const { port, isWeb } = portsOf(endpoint);
    const exits = targetsOf(standings, endpoint, port).map((target): Exit => ({
      ...exitTo(target, PROTOCOL.tcp, leading),
      samePort: !isWeb,
    }));
    const traffic = trafficOn(PROTOCOL.tcp, isWeb ? exactly([443, 443]) : port);
    return {
      ...thingOf(endpoint),
      what: 'Verified Access endpoint',
      entrances: [internet],
      doors: [{ ...thingOf(endpoint), what: 'endpoint', traffic, exits }],
    };
  });
}

const TERMS = 'leads on whom its policies let in after they signed in';

const OPTIONS = ['LoadBalancerOptions', 'NetworkInterfaceOptions', 'RdsOptions', 'CidrOptions'];

/** Web applications are offered on 443, others on the ports that they have. */
function portsOf(endpoint: Resource): { readonly port: Bounded<Ranges>; readonly isWeb: boolean } {
  const isWeb = OPTIONS.some((own) => asText(get(endpoint, `${own}.Protocol`))?.startsWith('http') === true);
  const option = OPTIONS.find((own) => get(endpoint, own) !== undefined) ?? 'LoadBalancerOptions';
  const ranges = at(endpoint.properties, `${option}.PortRanges[]`);
  const port =
    ranges.length > 0 ? portRangesOf(endpoint, `${option}.PortRanges[]`) : portOf(get(endpoint, `${option}.Port`));
  return { port, isWeb };
}

const NAMING = [
  'LoadBalancerOptions.LoadBalancerArn',
  'NetworkInterfaceOptions.NetworkInterfaceId',
  'RdsOptions.RdsDbInstanceArn',
  'RdsOptions.RdsDbClusterArn',
  'RdsOptions.RdsDbProxyArn',
];

function targetsOf(standings: Standings, endpoint: Resource, port: Bounded<Ranges>): readonly Target[] {
  const named = NAMING.flatMap((path) =>
    at(endpoint.properties, path).flatMap(({ value, sure }) => {
      const reasons = sure ? [] : [`what ${endpoint.logicalId} leads to is decided at deployment`];
      return frontedBy(standings, value, endpoint, port, reasons);
    }),
  );
  const blocks = at(endpoint.properties, 'CidrOptions.Cidr').flatMap(({ value }): readonly Target[] => {
    const text = asText(value);
    if (text !== undefined && blockOf(text)) return standings.at(text, endpoint, port, []);
    return [standings.any(undefined, endpoint, port, [`the block of ${endpoint.logicalId} is not known`])];
  });
  return [...named, ...blocks];
}
