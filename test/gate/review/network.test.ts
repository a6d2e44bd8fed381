import { networkReview } from '../../../lib/gate/review/network';
import type { Registers } from '../../../lib/gate';
import type { ArrowKind, Flow, NetworkReview } from '../../../lib/model';
import { profileById } from '../../../lib/profiles';
import { graphOf, templateFromObject } from '../../../lib/template';
import {
  group,
  instance,
  internetGateway,
  resource,
  subnet,
  table,
  vpc,
  type Resources,
} from '../../proofs/reachability/world';

const zone = (name: string) => ({ Tags: [{ Key: 'lionrock:zone', Value: name }] });
const NET: Resources[] = [
  vpc('Vpc', '10.0.0.0/16', { Tags: [{ Key: 'Name', Value: 'portal' }] }),
  subnet('Front', 'Vpc', '10.0.1.0/24', { MapPublicIpOnLaunch: true, ...zone('internet-dmz') }),
  subnet('Back', 'Vpc', '10.0.2.0/24', zone('data')),
  internetGateway('Igw', 'Vpc'),
  table('Routes', 'Vpc', ['Front'], ['0.0.0.0/0 GatewayId Igw']),
  group('Gweb', 'Vpc', 'tcp 443 0.0.0.0/0', 'tcp 5432 Gdata'),
  group('Gdata', 'Vpc', 'tcp 5432 Gweb', 'tcp 1 127.0.0.1/32'),
  instance('Web', 'Front', ['Gweb']),
  instance('Db', 'Back', ['Gdata']),
];
const flow = (id: string, from: string, to: string, port: number): Flow => ({
  id,
  from,
  to,
  protocol: 'tcp',
  ports: [port],
  reason: 'For this test alone',
});
const IN = flow('in', 'internet', 'portal/internet-dmz', 443);
const READS = flow('reads', 'internet-dmz', 'data', 5432);

function review(
  flows: readonly Flow[],
  {
    registered,
    more = [],
    sections = {},
  }: { registered?: readonly Flow[]; more?: readonly Resources[]; sections?: object } = {},
): NetworkReview {
  const claims = flows.length > 0 ? { Metadata: { Lionrock: { flows } } } : {};
  const body = { ...claims, ...sections, Resources: Object.assign({}, ...NET, ...more) as Resources };
  const registers: Registers | undefined = registered && {
    landingZone: 'test',
    profile: 'hk-s17',
    deploymentModel: 'public',
    accounts: [],
    flows: registered,
    transfers: [],
    properties: [],
  };
  const made = networkReview(
    { path: 'network.json', graph: graphOf([templateFromObject('network.json', body)]) },
    { profile: profileById('hk-s17'), now: new Date('2026-11-26'), ...(registers ? { registers } : {}) },
  );
  if (!made) throw new Error('expected a network');
  return made;
}

function kinds({ arrows, places }: NetworkReview): Readonly<Record<string, ArrowKind>> {
  return Object.fromEntries(arrows.map(({ from, to, kind }) => [`${places[from]?.name} > ${places[to]?.name}`, kind]));
}

const FRONT = 'internet > portal/internet-dmz';
const BACK = 'portal/internet-dmz > portal/data';
const opened = group('Gdata', 'Vpc', 'tcp 5432 Gweb,tcp 22 10.0.1.0/24', 'tcp 1 127.0.0.1/32');
const sending = group('Gweb', 'Vpc', 'tcp 443 0.0.0.0/0', 'tcp 5432 Gdata,tcp 22 Gdata');
const closed = group('Gdata', 'Vpc', '', 'tcp 1 127.0.0.1/32');
const accelerated = group('Gdata', 'Vpc', 'tcp 5432 Gweb,tcp 443 0.0.0.0/0', 'tcp 1 127.0.0.1/32');
const ACCELERATOR = [
  resource('Taken', 'AWS::GlobalAccelerator::Listener', { PortRanges: [{ FromPort: 443, ToPort: 443 }] }),
  resource('Endpoints', 'AWS::GlobalAccelerator::EndpointGroup', {
    ListenerArn: { Ref: 'Taken' },
    EndpointConfigurations: [{ EndpointId: { Ref: 'Db' } }],
  }),
];

test.each<readonly [string, NetworkReview, Readonly<Record<string, ArrowKind>>]>([
  ['nothing declares flows', review([]), { [FRONT]: 'possible', [BACK]: 'possible' }],
  ['all is declared', review([IN, READS]), { [FRONT]: 'declared', [BACK]: 'declared' }],
  ['one is not', review([IN]), { [FRONT]: 'declared', [BACK]: 'undeclared' }],
  [
    'more passes than is declared',
    review([IN, READS], { more: [opened, sending] }),
    { [FRONT]: 'declared', [BACK]: 'undeclared' },
  ],
  [
    'what is declared cannot pass',
    review([IN, READS], { more: [closed] }),
    { [FRONT]: 'declared', [BACK]: 'impossible' },
  ],
  [
    'a service leads in from the internet',
    review([IN, READS], { more: [accelerated, ...ACCELERATOR] }),
    { [FRONT]: 'declared', [BACK]: 'declared', 'internet > portal/data': 'undeclared' },
  ],
  [
    'a service leads in from the internet, and a flow declares it',
    review([IN, READS, flow('leads', 'internet', 'portal/data', 443)], { more: [accelerated, ...ACCELERATOR] }),
    { [FRONT]: 'declared', [BACK]: 'declared', 'internet > portal/data': 'declared' },
  ],
  [
    'the register does not hold a claim',
    review([IN, READS], { registered: [IN] }),
    { [FRONT]: 'declared', [BACK]: 'undeclared' },
  ],
])('%s', (_, made, expected) => expect(kinds(made)).toEqual(expected));

test('a source that is decided at deployment makes an arrow unknown, and says why', () => {
  const ingress = [{ IpProtocol: 'tcp', FromPort: 443, ToPort: 443, CidrIp: { Ref: 'Office' } }];
  const made = review([READS], {
    sections: { Parameters: { Office: { Type: 'String' } } },
    more: [
      {
        Gweb: { Type: 'AWS::EC2::SecurityGroup', Properties: { VpcId: { Ref: 'Vpc' }, SecurityGroupIngress: ingress } },
      },
    ],
  });
  const arrow = made.arrows.find(({ kind }) => kind === 'unknown');
  expect(made.places[arrow?.from ?? -1]?.name).toBe('internet');
  expect(arrow?.unresolved.join()).toContain('Office');
});

test('flows carry what the register says of them', () => {
  const old = { ...IN, expires: '2026-01-01', ticket: 'NET-1' };
  const standing = (made: NetworkReview) =>
    made.arrows.flatMap(({ flows }) => flows.map(({ id, standing }) => [id, standing]));
  expect(standing(review([IN]))).toEqual([['in', 'claimed']]);
  expect(standing(review([IN, READS], { registered: [IN] }))).toEqual([
    ['in', 'registered'],
    ['reads', 'not registered'],
  ]);
  expect(standing(review([old], { registered: [old] }))).toEqual([['in', 'expired']]);
});

test('the way of an arrow leads over resources of the template, and what stops a pair is told', () => {
  const made = review([IN, READS]);
  const arrow = made.arrows.find(({ from }) => made.places[from]?.name === 'internet');
  const ids = (hops: readonly number[]) =>
    hops.map((hop) => made.resources[made.hops[hop]?.resource ?? -1]?.logicalId).filter(Boolean);
  expect(ids(arrow?.way ?? [])).toEqual(expect.arrayContaining(['Igw', 'Gweb', 'Web']));
  const [from, to] = ['internet', 'portal/data'].map((name) => made.places.findIndex((place) => place.name === name));
  const block = made.matrix.blocks[made.matrix.blocked[from ?? -1]?.[to ?? -1] ?? -1];
  expect(made.matrix.rows[from ?? -1]?.[to ?? -1]).toBe('.');
  expect(block?.hops.length).toBeGreaterThan(0);
});

test('zones have their trust by the profile, their subnets, and what stands in them', () => {
  const { places, vpcs, resources, gateways } = review([]);
  const dmz = places.find(({ name }) => name === 'portal/internet-dmz');
  expect(dmz).toMatchObject({ kind: 'zone', by: 'tag', trust: 1, internetFacing: true, vpc: 0 });
  expect(dmz?.subnets).toMatchObject([{ name: 'Front', blocks: ['10.0.1.0/24'], availabilityZone: 'ap-east-1a' }]);
  expect(resources[dmz?.subnets[0]?.standing[0] ?? -1]).toMatchObject({ logicalId: 'Web', type: 'AWS::EC2::Instance' });
  expect(vpcs).toMatchObject([{ name: 'portal', blocks: ['10.0.0.0/16'], known: true }]);
  expect(gateways).toMatchObject([{ kind: 'internet', name: 'Igw', vpcs: [0] }]);
});

test('templates without subnets have no network', () => {
  const graph = graphOf([templateFromObject('t.json', { Resources: { T: { Type: 'AWS::SNS::Topic' } } })]);
  expect(networkReview({ path: 't.json', graph }, { profile: profileById('hk-s17'), now: new Date() })).toBeUndefined();
});

test('what reaches a zone by way of a load balancer is told beside the packets that cannot', () => {
  const balancer = [
    group('Gdata', 'Vpc', 'tcp 5432 Gweb', 'tcp 1 127.0.0.1/32'),
    resource('Alb', 'AWS::ElasticLoadBalancingV2::LoadBalancer', {
      Scheme: 'internet-facing',
      Subnets: [{ Ref: 'Front' }],
      SecurityGroups: [{ Ref: 'Gweb' }],
    }),
    resource('Listener', 'AWS::ElasticLoadBalancingV2::Listener', {
      LoadBalancerArn: { Ref: 'Alb' },
      Port: 443,
      DefaultActions: [{ Type: 'forward', TargetGroupArn: { Ref: 'Targets' } }],
    }),
    resource('Targets', 'AWS::ElasticLoadBalancingV2::TargetGroup', {
      TargetType: 'instance',
      Port: 5432,
      Protocol: 'HTTP',
      VpcId: { Ref: 'Vpc' },
      Targets: [{ Id: { Ref: 'Db' }, Port: 5432 }],
    }),
  ];
  const { passages, places, hops, matrix } = review([], { more: balancer });
  const found = passages.map(({ from, to, answer, by, traffic, received }) => ({
    pair: `${places[from]?.name} > ${places[to]?.name}`,
    answer,
    by: by.map((hop) => hops[hop]?.hop),
    traffic,
    received,
  }));
  expect(found).toContainEqual({
    pair: 'internet > portal/data',
    answer: 'yes',
    by: ['load balancer Alb'],
    traffic: [{ protocol: 'tcp', ports: '443' }],
    received: [{ protocol: 'tcp', ports: '5432' }],
  });
  const [internet, data] = ['internet', 'portal/data'].map((name) => places.findIndex((place) => place.name === name));
  expect(matrix.rows[internet ?? -1]?.[data ?? -1]).toBe('.');
  expect(passages.every(({ way }) => way.length > 0)).toBe(true);
});
