import fc from 'fast-check';
import {
  acl,
  group,
  instance,
  internetGateway,
  resource,
  ref,
  subnet,
  table,
  vpc,
  world,
  type Resources,
} from './world';

/** A small network by chance: two VPCs, peered or not, with rules, ACLs and routes of which each may be there or not. */
interface Net {
  readonly allows: readonly Rule[];
  readonly denies: readonly Rule[];
  readonly routes: readonly string[];
  readonly isPublic: boolean;
}

interface Rule {
  readonly group: number;
  readonly ports: readonly [number, number];
  readonly block: string;
}

const BLOCKS = ['0.0.0.0/0', '10.0.0.0/8', '10.1.0.0/16', '10.1.1.0/24', '10.2.1.0/24', '203.0.113.0/24'];
const port = fc.constantFrom(22, 80, 443, 1024, 5432, 65_535);
const rule: fc.Arbitrary<Rule> = fc.record({
  group: fc.nat(3),
  ports: fc.tuple(port, port).map(([a, b]) => [Math.min(a, b), Math.max(a, b)] as const),
  block: fc.constantFrom(...BLOCKS),
});
const net: fc.Arbitrary<Net> = fc.record({
  allows: fc.array(rule, { maxLength: 6 }),
  denies: fc.array(rule, { maxLength: 3 }),
  routes: fc.subarray([
    '0.0.0.0/0 GatewayId Igw',
    '10.2.0.0/16 VpcPeeringConnectionId Pcx',
    '203.0.113.0/25 VpcPeeringConnectionId Pcx',
  ]),
  isPublic: fc.boolean(),
});

const HOSTS = ['H0', 'H1', 'H2', 'H3'];
const SUBNETS = ['N0', 'N1', 'N2', 'N3'];

function parts({ allows, denies, routes, isPublic }: Net): Resources[] {
  return [
    vpc('V1', '10.1.0.0/16'),
    vpc('V2', '10.2.0.0/16'),
    internetGateway('Igw', 'V1'),
    resource('Pcx', 'AWS::EC2::VPCPeeringConnection', { VpcId: ref('V1'), PeerVpcId: ref('V2') }),
    table('T1', 'V1', ['N0', 'N1'], routes),
    table('T2', 'V2', ['N2', 'N3'], ['10.1.0.0/16 VpcPeeringConnectionId Pcx']),
    ...SUBNETS.map((id, index) =>
      subnet(id, index < 2 ? 'V1' : 'V2', `10.${index < 2 ? 1 : 2}.${(index % 2) + 1}.0/24`, {
        MapPublicIpOnLaunch: isPublic,
      }),
    ),
    ...HOSTS.map((id, index) => instance(id, `N${index}`, [`G${index}`])),
    ...HOSTS.map((_, index) =>
      group(
        `G${index}`,
        index < 2 ? 'V1' : 'V2',
        allows
          .filter((own) => own.group === index)
          .map((own) => `tcp ${own.ports.join('-')} ${own.block}`)
          .join(','),
      ),
    ),
    acl(
      'A1',
      'V1',
      ['N1'],
      [
        ...denies.map((own, index) => `in ${index + 1} deny tcp ${own.ports.join('-')} ${own.block}`),
        'in 100 allow all any 0.0.0.0/0',
        'out 100 allow all any 0.0.0.0/0',
      ],
    ),
  ];
}

/** Answers to all questions that the rules tell apart. */
function answers(resources: readonly Resources[], rename: (id: string) => string = (id) => id): string[] {
  const reachability = world(...resources);
  const ends = ['internet', ...HOSTS];
  return ends.flatMap((from) =>
    HOSTS.filter((to) => to !== from).flatMap((to) =>
      [22, 80, 443, 5432].map((own) => {
        const name = (end: string) => (end === 'internet' ? end : rename(end));
        return `${from} ${to} ${own} ${reachability.ask({ from: name(from), to: name(to), port: own }).answer}`;
      }),
    ),
  );
}

const open = (list: readonly string[]) => list.filter((text) => text.endsWith(' yes'));
const SETTINGS = { numRuns: 40, seed: 11 };

test('to remove an allow never opens anything', () => {
  fc.assert(
    fc.property(net, fc.nat(), (own, index) => {
      const before = open(answers(parts(own)));
      const fewer = {
        ...own,
        allows: own.allows.filter((_, position) => position !== index % Math.max(1, own.allows.length)),
      };
      return open(answers(parts(fewer))).every((text) => before.includes(text));
    }),
    SETTINGS,
  );
});

test('to add a deny never opens anything', () => {
  fc.assert(
    fc.property(net, rule, (own, deny) => {
      const before = open(answers(parts(own)));
      return open(answers(parts({ ...own, denies: [...own.denies, deny] }))).every((text) => before.includes(text));
    }),
    SETTINGS,
  );
});

test('to write a block as its two halves changes nothing', () => {
  const halves: Readonly<Record<string, readonly string[]>> = {
    '0.0.0.0/0': ['0.0.0.0/1', '128.0.0.0/1'],
    '10.0.0.0/8': ['10.0.0.0/9', '10.128.0.0/9'],
    '10.1.0.0/16': ['10.1.0.0/17', '10.1.128.0/17'],
    '10.1.1.0/24': ['10.1.1.0/25', '10.1.1.128/25'],
    '10.2.1.0/24': ['10.2.1.0/25', '10.2.1.128/25'],
    '203.0.113.0/24': ['203.0.113.0/25', '203.0.113.128/25'],
  };
  const split = (rules: readonly Rule[]) =>
    rules.flatMap((own) => (halves[own.block] ?? []).map((block) => ({ ...own, block })));
  fc.assert(
    fc.property(net, (own) => {
      expect(answers(parts({ ...own, allows: split(own.allows), denies: split(own.denies) }))).toEqual(
        answers(parts(own)),
      );
    }),
    SETTINGS,
  );
});

test('names and order change nothing', () => {
  fc.assert(
    fc.property(net, fc.infiniteStream(fc.nat()), (own, order) => {
      const entries = Object.entries(Object.assign({}, ...parts(own)) as Resources);
      const shuffled = entries
        .map((entry) => [Number(order.next().value), entry] as const)
        .toSorted(([a], [b]) => a - b);
      const text = JSON.stringify(Object.fromEntries(shuffled.map(([, entry]) => entry)));
      const renamed = JSON.parse(text.replaceAll(/"([A-Z]\w*\d|Igw\w*|Pcx)"/g, '"Z$1"')) as Resources;
      expect(answers([renamed], (id) => `Z${id}`)).toEqual(answers(parts(own)));
    }),
    SETTINGS,
  );
});
