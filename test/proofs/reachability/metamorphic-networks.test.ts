import * as reachability from '../../../lib/proofs/reachability';
import * as template from '../../../lib/template';
import { block, family } from '../../../tools/kernel/address';
import { engineOn, type Engine } from '../../../tools/kernel/engine';
import { topologyOf } from '../../../tools/kernel/generate';
import { questionsOf } from '../../../tools/kernel/questions';
import { Random } from '../../../tools/kernel/random';
import { templateOf } from '../../../tools/kernel/template';
import type { AclEntry, GroupRule, Route, Topology, TransitRoute } from '../../../tools/kernel/topology';

// The random networks of the kernel test, changed a little: each change says what may become of the answers.

const ENGINE: Engine = { ...template, ...reachability };
const NETWORKS = 4;
const QUESTIONS = 50;
const LAST = 5000;

type Change = (topology: Topology, random: Random) => Topology | undefined;

/** What the engine answers to some of a topology's questions. */
function answers(topology: Topology, engine: Engine = ENGINE): readonly string[] {
  const ask = engineOn(engine, topology);
  return asked(topology).map((question) => `${JSON.stringify(question)} ${ask(question).answer}`);
}

const ASKED = new Map<number, ReturnType<typeof questionsOf>>();

function asked({ seed }: Topology): ReturnType<typeof questionsOf> {
  const known = ASKED.get(seed) ?? new Random(seed + 0.4).some(questionsOf(topologyOf(seed)), QUESTIONS);
  ASKED.set(seed, known);
  return known;
}

/** The first networks that have what is to be changed, with what becomes of them. */
function changed(first: number, change: Change): readonly (readonly [Topology, Topology])[] {
  const found: (readonly [Topology, Topology])[] = [];
  for (let seed = first; found.length < NETWORKS && seed < LAST; seed += 1) {
    const topology = topologyOf(seed);
    const other = change(topology, new Random(seed + 0.6));
    if (other) found.push([topology, other]);
  }
  expect(found).toHaveLength(NETWORKS);
  return found;
}

const open = (list: readonly string[]) => list.filter((text) => text.endsWith(' yes'));
const isOf = (own: 4 | 6) => (cidr: string) => family(cidr) === own;
const isWide = (cidr: string) => block(cidr).prefix <= 16 || cidr === '::/0';

function without<T>(items: readonly T[], gone: T): readonly T[] {
  return items.filter((item) => item !== gone);
}

/** The network ACL and an entry of it that some subnet is behind. */
function withEntries(
  topology: Topology,
  random: Random,
  change: (entries: readonly AclEntry[]) => readonly AclEntry[],
) {
  const used = topology.acls.filter(({ name }) => topology.subnets.some(({ acl }) => acl === name));
  if (used.length === 0) return undefined;
  const { name } = random.pick(used);
  const acls = topology.acls.map((acl) => (acl.name === name ? { ...acl, entries: change(acl.entries) } : acl));
  return JSON.stringify(acls) === JSON.stringify(topology.acls) ? undefined : { ...topology, acls };
}

const lessOfGroup =
  (side: 'ingress' | 'egress', own: 4 | 6): Change =>
  (topology, random) => {
    const rules = topology.groups.flatMap((group) =>
      group.isDefault || (group[side]?.length ?? 0) < 2 ? [] : (group[side] ?? []),
    );
    const wide = rules.filter(({ peer }) => 'cidr' in peer && isOf(own)(peer.cidr) && isWide(peer.cidr));
    if (wide.length === 0) return undefined;
    const gone: GroupRule = random.pick(wide);
    const groups = topology.groups.map((group) => {
      const list = group[side];
      return list?.includes(gone) ? { ...group, [side]: without(list, gone) } : group;
    });
    return { ...topology, groups };
  };

const lessOfAcl =
  (own: 4 | 6): Change =>
  (topology, random) =>
    withEntries(topology, random, (entries) => {
      const allows = entries.filter(({ allow, cidr }) => allow && isOf(own)(cidr));
      return allows.length === 0 ? entries : without(entries, random.pick(allows));
    });

const more =
  (own: 4 | 6): Change =>
  (topology, random) =>
    withEntries(topology, random, (entries) => {
      const numbers = new Set(entries.map(({ number }) => number));
      const number = Array.from({ length: 300 }, (_, index) => index + 1).find((free) => !numbers.has(free)) ?? 301;
      const cidr = random.pick(own === 4 ? ['0.0.0.0/0', '10.16.0.0/16'] : ['::/0', '2600:1f16:0:200::/56']);
      const isThere = entries.some((entry) => isOf(own)(entry.cidr));
      const deny = { number, egress: random.chance(0.5), allow: false, cidr, protocol: 'all' } as const;
      return isThere ? [...entries, deny] : entries;
    });

const blackhole =
  (own: 4 | 6): Change =>
  (topology, random) => {
    const tables = topology.transitTables.filter(
      ({ isDefault, associations }) => !isDefault && associations.length > 0,
    );
    const cidr = random.pick(
      topology.subnets.flatMap((subnet) => (own === 4 ? subnet.cidr : (subnet.six ?? []))).concat(''),
    );
    if (tables.length === 0 || cidr === '') return undefined;
    const { name } = random.pick(tables);
    const transitTables = topology.transitTables.map((table) =>
      table.name === name
        ? { ...table, routes: [...table.routes.filter((route) => route.cidr !== cidr), { cidr }] }
        : table,
    );
    return { ...topology, transitTables };
  };

describe('to remove an allow never opens anything', () => {
  test.each<[string, Change]>([
    ['of a security group, inbound', lessOfGroup('ingress', 4)],
    ['of a security group, outbound', lessOfGroup('egress', 4)],
    ['of a security group, by IPv6', lessOfGroup('ingress', 6)],
    ['of a network ACL', lessOfAcl(4)],
    ['of a network ACL, by IPv6', lessOfAcl(6)],
  ])('%s', (_, change) => {
    for (const [before, after] of changed(2001, change)) {
      const was = open(answers(before));
      expect(open(answers(after)).filter((text) => !was.includes(text))).toEqual([]);
    }
  });
});

describe('to add a deny never opens anything', () => {
  test.each<[string, Change]>([
    ['to a network ACL', more(4)],
    ['to a network ACL, by IPv6', more(6)],
    ['to a transit gateway, as a blackhole', blackhole(4)],
    ['to a transit gateway, as a blackhole of IPv6', blackhole(6)],
  ])('%s', (_, change) => {
    for (const [before, after] of changed(2101, change)) {
      const was = open(answers(before));
      expect(open(answers(after)).filter((text) => !was.includes(text))).toEqual([]);
    }
  });
});

const HALVES: Readonly<Record<string, readonly [string, string]>> = {
  '0.0.0.0/0': ['0.0.0.0/1', '128.0.0.0/1'],
  '10.0.0.0/8': ['10.0.0.0/9', '10.128.0.0/9'],
  '10.0.0.0/16': ['10.0.0.0/17', '10.0.128.0/17'],
  '10.16.0.0/16': ['10.16.0.0/17', '10.16.128.0/17'],
  '10.32.0.0/16': ['10.32.0.0/17', '10.32.128.0/17'],
  '::/0': ['::/1', '8000::/1'],
  '2600:1f16::/32': ['2600:1f16::/33', '2600:1f16:8000::/33'],
  '2600:1f16:0:100::/56': ['2600:1f16:0:100::/57', '2600:1f16:0:180::/57'],
  '2600:1f16:0:200::/56': ['2600:1f16:0:200::/57', '2600:1f16:0:280::/57'],
};

/** Halves of a block; the block itself where the list has one of them as well, so that another route would take it. */
function halved<T>(
  items: readonly T[],
  cidrOf: (item: T) => string | undefined,
  put: (item: T, cidr: string) => T,
): T[] {
  const there = new Set(items.map(cidrOf));
  return items.flatMap((item) => {
    const halves = HALVES[cidrOf(item) ?? ''];
    return halves && !halves.some((half) => there.has(half)) ? halves.map((half) => put(item, half)) : [item];
  });
}

const SPLITS: readonly [string, Change][] = [
  [
    'of security groups',
    (topology) => {
      const split = (rules: readonly GroupRule[]) =>
        halved(
          rules,
          ({ peer }) => ('cidr' in peer ? peer.cidr : undefined),
          (rule, cidr) => ({ ...rule, peer: { cidr } }),
        );
      const groups = topology.groups.map((group) => ({
        ...group,
        ingress: split(group.ingress),
        ...(group.egress ? { egress: split(group.egress) } : {}),
      }));
      return { ...topology, groups };
    },
  ],
  [
    'of network ACLs',
    (topology, random) =>
      withEntries(topology, random, (entries) =>
        entries.flatMap((entry): AclEntry[] => {
          const [low, high] = HALVES[entry.cidr] ?? [entry.cidr];
          const number = entry.number * 2;
          const first = { ...entry, number, cidr: low };
          return high === undefined ? [first] : [first, { ...entry, number: number + 1, cidr: high }];
        }),
      ),
  ],
  [
    'of routes',
    (topology) => ({
      ...topology,
      tables: topology.tables.map((table) => ({
        ...table,
        routes: halved<Route>(
          table.routes,
          ({ to }) => ('cidr' in to ? to.cidr : undefined),
          (route, cidr) => ({ ...route, to: { cidr } }),
        ),
      })),
    }),
  ],
  [
    'of static routes of transit gateways',
    (topology) =>
      topology.transitTables.some(({ routes }) => routes.some(({ cidr }) => HALVES[cidr]))
        ? {
            ...topology,
            transitTables: topology.transitTables.map((table) => ({
              ...table,
              routes: halved<TransitRoute>(
                table.routes,
                ({ cidr }) => cidr,
                (route, cidr) => ({ ...route, cidr }),
              ),
            })),
          }
        : undefined,
  ],
];

test.each(SPLITS)('to write blocks %s as their halves changes nothing', (_, change) => {
  for (const [before, after] of changed(2201, change)) expect(answers(after)).toEqual(answers(before));
});

test('names and order change nothing', () => {
  for (let seed = 2301; seed < 2301 + NETWORKS; seed += 1) {
    const topology = topologyOf(seed);
    const random = new Random(seed);
    const renamed = (name: string) => `Z${name}`;
    const entries = Object.entries(templateOf(topology).Resources);
    const order = entries.map((entry) => ({ entry, rank: random.int(0, 1_000_000) }));
    const shuffled = order.toSorted((a, b) => a.rank - b.rank).map(({ entry }) => entry);
    const ids = new Set(entries.map(([id]) => id));
    const text = JSON.stringify({ Resources: Object.fromEntries(shuffled) }).replaceAll(
      /"([A-Za-z]\w*)"/g,
      (whole, id) => (ids.has(String(id)) ? `"${renamed(String(id))}"` : whole),
    );
    const graph = template.graphOf([template.templateFromObject('topology.json', JSON.parse(text) as object)]);
    const [own, other] = [engineOn(ENGINE, topology), reachability.reachabilityOf(graph)];
    for (const { from, to, protocol, port } of asked(topology).filter(({ from, to }) =>
      [from, to].every((host) => topology.instances.some(({ name, six }) => name === host && six === undefined)),
    )) {
      const answer = own({ from, to, protocol, ...(port === undefined ? {} : { port }) });
      const ways = other.ask({
        from: renamed(from),
        to: renamed(to),
        protocol,
        ...(port === undefined ? {} : { port }),
      });
      const isOutside = ways.witness.slice(1, -1).some(({ hop }) => hop === 'the internet');
      expect({ from, to, port, answer: isOutside ? 'no' : ways.answer }).toEqual({
        from,
        to,
        port,
        answer: answer.answer,
      });
    }
  }
});
