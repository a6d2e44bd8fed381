import { asText, type Resource, type Value } from '../../../../template';
import { exactly } from '../bounded';
import { thingOf } from '../gateways';
import { LATTICE } from '../lattice-addresses';
import type { GroupSet, Outside, Place, Vpc } from '../model';
import { PROTOCOL } from '../protocols';
import { at, get, keyOf, namedBy, names } from '../reading';
import { exitTo, trafficOn } from './exits';
import type { Door, Exit, Passed, Relay } from './relay';
import { portOf, type Standings } from './standing';
import type { TargetGroups } from './target-groups';
import type { Target } from './target';

const P = 'AWS::VpcLattice::';

/** Where clients of a service network come in. */
interface Entry {
  readonly by: Resource;
  readonly network: Value | undefined;
  readonly entrances: readonly (Place | Outside)[];
  /** The VPC whose addresses come in; undefined: whatever reaches the entrance. */
  readonly vpc: Vpc | undefined;
  readonly groups: GroupSet | undefined;
}

/**
 * Service networks of VPC Lattice: clients of an associated VPC reach its link-local addresses, and from those it opens
 * connections to targets, wherever they stand. Source: Amazon VPC Lattice user guide, How VPC Lattice works, Control
 * traffic using security groups.
 */
export function serviceNetworksOf(standings: Standings, groups: TargetGroups): readonly Relay[] {
  const outside = standings.network.outsides.get(LATTICE);
  const { graph } = standings.network;
  const service = outside ?? {
    key: LATTICE,
    name: 'VPC Lattice',
    origin: { template: '', logicalId: '' },
    kind: 'service' as const,
    addresses: standings.network.book.lattice,
  };
  return [...associated(standings, outside), ...endpoints(standings)].flatMap((entry): readonly Relay[] => {
    const [network] = namedBy(entry.network, entry.by);
    if (!network) return [];
    const offered = graph
      .ofType(`${P}ServiceNetworkServiceAssociation`)
      .filter((own) => names(own, 'ServiceNetworkIdentifier', network.key));
    const doors = offered.flatMap((own) => doorsOf(standings, groups, own, entry, service));
    return [{ ...thingOf(entry.by), what: 'service network of', entrances: entry.entrances, doors }];
  });
}

function associated(standings: Standings, outside: Outside | undefined): readonly Entry[] {
  const { graph, vpcs, groups } = standings.network;
  if (!outside) return [];
  return graph.ofType(`${P}ServiceNetworkVpcAssociation`).flatMap((by): readonly Entry[] => {
    const [named] = namedBy(by.properties['VpcIdentifier'], by);
    const vpc = named && vpcs.get(named.key);
    if (!vpc) return [];
    const network = by.properties['ServiceNetworkIdentifier'];
    return [{ by, network, entrances: [outside], vpc, groups: groups.stated(by, 'SecurityGroupIds[]') }];
  });
}

/** Endpoints of service networks, whose own groups judge what comes in. */
function endpoints(standings: Standings): readonly Entry[] {
  return standings.network.graph.ofType('AWS::EC2::VPCEndpoint').flatMap((by): readonly Entry[] => {
    const network = by.properties['ServiceNetworkArn'];
    if (network === undefined) return [];
    return [{ by, network, entrances: standings.of(keyOf(by)), vpc: undefined, groups: undefined }];
  });
}

function doorsOf(
  standings: Standings,
  groups: TargetGroups,
  association: Resource,
  entry: Entry,
  outside: Outside,
): readonly Door[] {
  const service = standings.follow(get(association, 'ServiceIdentifier'));
  if (!service) return [];
  const { graph, book } = standings.network;
  const reasons = [...standings.doubts(service, association), ...standings.doubts(entry.by, association)];
  const terms = [service, standings.follow(entry.network)].flatMap((own) => authorised(own));
  const passed = {
    ...thingOf(service),
    name: `service ${service.logicalId}`,
    why: ['leads to its targets', ...terms].join(', '),
  };
  const admits = entry.groups
    ? [{ ...thingOf(entry.by), why: `lets them in to ${entry.by.logicalId}`, by: entry.groups }]
    : [];
  const clients = exactly(entry.vpc ? entry.vpc.addresses : book.space.all);
  return graph
    .ofType(`${P}Listener`)
    .filter((listener) => names(listener, 'ServiceIdentifier', keyOf(service)))
    .map((listener) => ({
      ...thingOf(listener),
      what: 'listener',
      traffic: trafficOn(
        PROTOCOL.tcp,
        portOf(listener.properties['Port'] ?? DEFAULT_PORT[asText(get(listener, 'Protocol')) ?? '']),
      ),
      exits: forwarded(standings, listener).flatMap(({ group, via, doubts }) =>
        groups.targets(group).flatMap((target) =>
          exitsTo(target, outside, {
            through: [
              passed,
              ...via,
              { ...thingOf(group), name: `target group ${group.logicalId}`, why: 'chooses a target' },
            ],
            clients,
            admits,
            reasons: [...reasons, ...doubts],
          }),
        ),
      ),
    }));
}

/** Source: AWS::VpcLattice::Listener, Port. */
const DEFAULT_PORT: Readonly<Record<string, number>> = { HTTP: 80, HTTPS: 443 };

/** Requests that carry no authorisation are refused: who may call is said by policies, not by the network. */
function authorised(resource: Resource | undefined): readonly string[] {
  if (!resource || get(resource, 'AuthType') !== 'AWS_IAM') return [];
  return [`depends on authorisation by the policy of ${resource.logicalId} (AWS_IAM)`];
}

function forwarded(standings: Standings, listener: Resource) {
  const rules = standings.network.graph
    .ofType(`${P}Rule`)
    .filter((rule) => names(rule, 'ListenerIdentifier', keyOf(listener)));
  return [
    ...groupsOf(standings, listener, 'DefaultAction').map((own) => ({ ...own, via: [] as readonly Passed[] })),
    ...rules.flatMap((rule) => {
      const via: readonly Passed[] = [{ ...thingOf(rule), name: `rule ${rule.logicalId}`, why: 'applies' }];
      const doubts = standings.doubts(listener, rule);
      return groupsOf(standings, rule, 'Action').map((own) => ({ ...own, doubts: [...doubts, ...own.doubts], via }));
    }),
  ];
}

function groupsOf(standings: Standings, resource: Resource, path: string) {
  return at(resource.properties, `${path}.Forward.TargetGroups[].TargetGroupIdentifier`).flatMap(({ value, sure }) => {
    const group = standings.follow(value);
    const doubts = sure ? [] : [`where ${resource.logicalId} leads is decided at deployment`];
    return group ? [{ group, doubts }] : [];
  });
}

/** To each VPC in which a target stands. */
function exitsTo(
  target: Target,
  outside: Outside,
  leading: Pick<Exit, 'through' | 'clients' | 'admits' | 'reasons'>,
): readonly Exit[] {
  const vpcs = [...new Set(target.places.map(({ subnet }) => subnet.vpc))];
  if (target.port === undefined || vpcs.length === 0) {
    return [exitTo(target, PROTOCOL.tcp, { ...leading, from: { kind: 'places', places: [], keepsClient: false } })];
  }
  return vpcs.map((vpc) =>
    exitTo(
      target,
      PROTOCOL.tcp,
      { ...leading, from: { kind: 'service', outside, vpc } },
      target.places.filter(({ subnet }) => subnet.vpc === vpc),
    ),
  );
}
