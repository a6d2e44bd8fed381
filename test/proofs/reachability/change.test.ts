import { reachabilityChange } from '../../../lib/proofs/reachability';
import type { ReachabilityChange, TrafficChange } from '../../../lib/model';
import { graphOf, templateFromObject } from '../../../lib/template';
import { group, instance, internetGateway, subnet, table, vpc, type Resources } from './world';

const zone = (name: string) => ({ Tags: [{ Key: 'lionrock:zone', Value: name }] });
const SAME = {
  resource: ({ logicalId }: { readonly logicalId: string }) => logicalId.replace(/Hash\w*$/, ''),
  template: () => 'network',
};

interface State {
  readonly block?: string;
  readonly web?: string;
  readonly data?: string;
  readonly extra?: readonly Resources[];
  readonly webZone?: string;
  readonly path?: string;
  readonly sections?: object;
}

/** A web zone that the internet reaches, and a data zone that the web reaches on 5432. */
function graph({ block = '10.0', web = 'tcp 443 0.0.0.0/0', data = 'tcp 5432 WebGroup', ...more }: State = {}) {
  const { extra = [], webZone = 'web', path = 'network.json', sections = {} } = more;
  const Resources = Object.assign(
    {},
    vpc('Vpc', `${block}.0.0/16`),
    subnet('Web', 'Vpc', `${block}.1.0/24`, { MapPublicIpOnLaunch: true, ...zone(webZone) }),
    subnet('Data', 'Vpc', `${block}.2.0/24`, zone('data')),
    internetGateway('Igw', 'Vpc'),
    table('Out', 'Vpc', ['Web'], ['0.0.0.0/0 GatewayId Igw']),
    group('WebGroup', 'Vpc', web),
    group('DataGroup', 'Vpc', data, ''),
    instance('Server', 'Web', ['WebGroup']),
    instance('Store', 'Data', ['DataGroup']),
    ...extra,
  ) as Resources;
  return graphOf([templateFromObject(path, { ...sections, Resources })]);
}

const change = (before: State, after: State) => reachabilityChange(graph(before), graph(after), SAME);

const short = (name: string) => name.replace(/^Vpc\//, '');

/** `web to data: tcp 5432, no to yes`, then addresses outside and things. */
function line({ from, to, traffic, before, after, addresses, things }: TrafficChange): string {
  const said = traffic.map(({ protocol, ports }) => `${protocol} ${ports}`).join(' ');
  const beside = [...addresses, ...things].map((each) => `, ${each}`).join('');
  return `${short(from)} to ${short(to)}: ${said}, ${before} to ${after}${beside}`;
}

const lines = ({ opened, closed }: ReachabilityChange) => ({ opened: opened.map(line), closed: closed.map(line) });

const NOTHING = { opened: [], closed: [], newZones: [], goneZones: [] };

test.each<[string, State, State]>([
  ['nothing changes', {}, {}],
  ['the network is numbered anew', {}, { block: '10.9' }],
  ['its template moves', {}, { path: 'other.json' }],
  ['a zone gets another name', {}, { webZone: 'front' }],
  ['a rule is said twice', {}, { web: 'tcp 443 0.0.0.0/0, tcp 443 203.0.113.0/24' }],
  ['a rule is divided', { web: 'tcp 440-443 0.0.0.0/0' }, { web: 'tcp 440-441 0.0.0.0/0, tcp 442-443 0.0.0.0/0' }],
])('nothing opens or closes when %s', (_, before, after) => {
  expect(change(before, after)).toEqual(NOTHING);
  expect(change(after, before)).toEqual(NOTHING);
});

const third = (groups: string) => [
  subnet('New', 'Vpc', '10.0.3.0/24', zone('new')),
  instance('Third', 'New', [groups]),
];
const beside = (count: number) => [
  group('Wide', 'Vpc', 'tcp 22 0.0.0.0/0'),
  ...Array.from({ length: count }, (_, index) => instance(`Wide${index}`, 'Web', ['Wide'])),
];
const odd = (count: number) =>
  Array.from({ length: count }, (_, index) => `tcp 80 198.51.100.${2 * index + 1}/32`).join();
const blocks = (count: number) => Array.from({ length: count }, (_, index) => `198.51.100.${2 * index + 1}`);

test.each<[string, State, State, readonly string[]]>([
  [
    'to one block outside',
    {},
    { web: 'tcp 443 0.0.0.0/0, tcp 80 203.0.113.0/24' },
    ['internet to web: tcp 80, no to yes, 203.0.113.0/24'],
  ],
  [
    'to two blocks, which are told apart',
    {},
    { web: 'tcp 443 0.0.0.0/0, tcp 80 203.0.113.0/24, tcp 80 198.51.100.7/32' },
    ['internet to web: tcp 80, no to yes, 198.51.100.7, 203.0.113.0/24'],
  ],
  [
    'to blocks that are no block together',
    {},
    { web: 'tcp 443 0.0.0.0/0, tcp 80 203.0.113.4/30, tcp 80 203.0.113.8/31' },
    ['internet to web: tcp 80, no to yes, 203.0.113.4 to 203.0.113.9'],
  ],
  [
    'to 12 blocks, all of which are told',
    {},
    { web: `tcp 443 0.0.0.0/0, ${odd(12)}` },
    [`internet to web: tcp 80, no to yes, ${blocks(12).join(', ')}`],
  ],
  [
    'to 13 blocks, of which 12 are told',
    {},
    { web: `tcp 443 0.0.0.0/0, ${odd(13)}` },
    [`internet to web: tcp 80, no to yes, ${blocks(12).join(', ')}, … and 1 more`],
  ],
  [
    'to all but what was open before',
    { web: 'tcp 443 203.0.113.0/24' },
    { web: 'tcp 443 0.0.0.0/0' },
    ['data to web: tcp 443, no to yes', 'internet to web: tcp 443, no to yes, not 203.0.113.0/24'],
  ],
  ['from zone to zone', {}, { data: 'tcp 5432 WebGroup, udp 53 10.0.1.0/24' }, ['web to data: udp 53, no to yes']],
  ['ports around one that was open', {}, { data: 'tcp 5431-5433 WebGroup' }, ['web to data: tcp 5431,5433, no to yes']],
  [
    'to something new beside what was there',
    {},
    { extra: beside(1) },
    ['data to web: tcp 22, no to yes, Wide0', 'internet to web: tcp 22, no to yes, Wide0'],
  ],
  [
    'to more new things than are told',
    {},
    { extra: beside(13) },
    ['data', 'internet'].map((from) => {
      const names = Array.from({ length: 12 }, (_, index) => `Wide${index}`);
      return `${from} to web: tcp 22, no to yes, ${names.join(', ')}, … and 1 more`;
    }),
  ],
  [
    'to and from a new zone',
    {},
    { extra: third('WebGroup') },
    [
      'data to new: tcp 443, no to yes',
      'new to data: tcp 5432, no to yes',
      'new to web: tcp 443, no to yes',
      'web to new: tcp 443, no to yes',
    ],
  ],
])('what opens, or closes the other way round: %s', (_, before, after, expected) => {
  const forth = lines(change(before, after));
  expect({ opened: forth.opened.toSorted(), closed: forth.closed }).toEqual({ opened: expected, closed: [] });
  const back = lines(change(after, before));
  const closed = expected.map((each) => each.replace('no to yes', 'yes to no'));
  expect({ opened: back.opened, closed: back.closed.toSorted() }).toEqual({ opened: [], closed });
});

test('zones that only one state has are named', () => {
  const more = { extra: third('WebGroup') };
  expect(change({}, more)).toMatchObject({ newZones: ['Vpc/new'], goneZones: [] });
  expect(change(more, {})).toMatchObject({ newZones: [], goneZones: ['Vpc/new'] });
});

test('one thing more of a zone, which is like the others, changes nothing', () => {
  expect(change({}, { extra: [instance('Fourth', 'Web', ['WebGroup'])] })).toEqual(NOTHING);
  expect(change({ extra: [instance('Fourth', 'Web', ['WebGroup'])] }, {})).toEqual(NOTHING);
});

test('what is opened has a way, what is closed is stopped by something', () => {
  const wide = { web: 'tcp 443 0.0.0.0/0, tcp 80 0.0.0.0/0' };
  const [opened] = change({}, wide).opened;
  expect(opened?.witness.map(({ logicalId }) => logicalId)).toEqual(['', 'Igw', 'Vpc', 'WebGroup', 'Server', 'Server']);
  expect([opened?.blockedBy, opened?.unresolved]).toEqual([[], []]);
  const [closed] = change(wide, {}).closed;
  const why = 'no rule lets this in to Server';
  expect(closed?.blockedBy).toEqual([
    { hop: 'security group WebGroup', template: 'network.json', logicalId: 'WebGroup', why },
  ]);
  expect([closed?.witness, closed?.unresolved]).toEqual([[], []]);
  const gone = change({ extra: third('WebGroup') }, {}).closed;
  expect(gone.flatMap(({ witness, blockedBy, unresolved }) => [witness, blockedBy, unresolved].flat())).toEqual([]);
});

describe('what depends on a condition', () => {
  const sections = {
    Parameters: { P: { Type: 'String' } },
    Conditions: { C: { 'Fn::Equals': [{ Ref: 'P' }, 'x'] } },
  };
  const rule = (more: object): State => ({
    sections,
    extra: [
      {
        Rule: {
          Type: 'AWS::EC2::SecurityGroupIngress',
          Properties: {
            GroupId: { Ref: 'DataGroup' },
            IpProtocol: 'tcp',
            FromPort: 6000,
            ToPort: 6000,
            CidrIp: '10.0.1.0/24',
          },
          ...more,
        },
      },
    ],
  });
  const [none, perhaps, surely] = [{ sections }, rule({ Condition: 'C' }), rule({})];

  test.each<[string, State, State, 'opened' | 'closed', string, readonly string[]]>([
    ['is opened perhaps', none, perhaps, 'opened', 'no to unknown', ['a rule of Rule depends on a condition']],
    ['is opened for sure', perhaps, surely, 'opened', 'unknown to yes', []],
    ['is closed perhaps', surely, perhaps, 'closed', 'yes to unknown', ['a rule of Rule depends on a condition']],
    ['is closed where it was open perhaps', perhaps, none, 'closed', 'unknown to no', []],
  ])('%s', (_, before, after, how, verdicts, unresolved) => {
    const found = change(before, after);
    expect(lines(found)).toEqual({ opened: [], closed: [], [how]: [`web to data: tcp 6000, ${verdicts}`] });
    expect(found[how][0]?.unresolved).toEqual(unresolved);
    expect(found[how][0]?.witness.length).toBe(how === 'opened' ? 8 : 0);
  });
});
