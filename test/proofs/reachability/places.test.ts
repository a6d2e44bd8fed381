import { PLACE_SOURCES } from '../../../lib/proofs/reachability/network/places';
import { ask, group, ref, resource, subnet, vpc, world } from './world';

/** Properties in which a value stands at each path: `Config.SubnetIds[]`. */
function propertiesOf(values: ReadonlyMap<string, unknown>): Record<string, unknown> {
  const result: Record<string, unknown> = {};
  for (const [path, value] of values) put(result, path.split('.'), value);
  return result;
}

function put(into: Record<string, unknown>, [step = '', ...rest]: readonly string[], value: unknown): void {
  const name = step.replace('[]', '');
  if (rest.length === 0) into[name] = step.endsWith('[]') ? [value] : value;
  else {
    const known = into[name];
    const next = (Array.isArray(known) ? known[0] : known) ?? {};
    into[name] = step.endsWith('[]') ? [next] : next;
    put(next as Record<string, unknown>, rest, value);
  }
}

const NET = [
  vpc('Vpc', '10.0.0.0/16'),
  subnet('Net', 'Vpc', '10.0.1.0/24'),
  group('Own', 'Vpc', 'tcp 443 10.0.0.0/16', 'tcp 443 10.0.0.0/16'),
  subnet('Other', 'Vpc', '10.0.2.0/24'),
];

// Each by the resource schema of its type, as `lib/proofs/reachability/network/places.ts` reads it.
const ALL = Object.entries(PLACE_SOURCES).map(([type, source]) => ({ type, ...source }));

function netOf({ type, subnets, groups, subnetGroup }: (typeof ALL)[number]) {
  const values = new Map<string, unknown>([
    ...subnets.slice(0, 1).map((path) => [path, ref('Net')] as const),
    ...groups.slice(0, 1).map((path) => [path, ref('Own')] as const),
    ...(subnetGroup ? [[subnetGroup.path, ref('Subnets')] as const] : []),
    ...(type === 'AWS::EC2::VPCEndpoint' ? [['VpcEndpointType', 'Interface'] as const] : []),
  ]);
  const list = subnetGroup ? { [subnetGroup.subnets.replace('[]', '')]: [ref('Net')] } : {};
  return world(
    ...NET,
    resource('Subnets', 'AWS::RDS::DBSubnetGroup', list),
    resource('It', type, propertiesOf(values)),
  );
}

test.each(ALL.filter(({ groups }) => groups.length > 0))(
  '$type stands in its subnet, and wears its groups',
  (source) => {
    const net = netOf(source);
    expect(ask(net, '10.0.2.0/24', 'It', { port: 443 }).answer).toBe('yes');
    expect(ask(net, '10.0.2.0/24', 'It', { port: 22 }).answer).toBe(source.made === 'always' ? 'unknown' : 'no');
  },
);

test.each(ALL.filter(({ groups }) => groups.length === 0))('$type stands in its subnet', (source) => {
  const { answer } = ask(netOf(source), '10.0.2.0/24', 'It');
  expect(answer).toBe(source.made === undefined ? 'no' : 'unknown');
});
