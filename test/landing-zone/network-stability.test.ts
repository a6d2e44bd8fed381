import fc from 'fast-check';
import { networkResources, type Resources } from './support/network-stacks';
import { smallInput, type LandingZoneInput } from './support/small-config';

type Account = LandingZoneInput['accounts'][number];
type Vpc = NonNullable<Account['vpcs']>[number];

const thirds = (octet: number, third: number) => [0, 1, 2].map((offset) => `10.${octet}.${third + offset}.0/24`);

/** A further department, with the addresses of its number. */
function department(number: number): Account {
  return {
    name: `department-${number}`,
    id: String(300000000000 + number),
    department: `department-${number}`,
    owner: `owner@department-${number}.example.gov.hk`,
    unit: 'Digital-Government/Production',
    holds: { classification: 'UNCLASSIFIED', personalData: false, description: 'Public information alone' },
    vpcs: [
      {
        cidr: `10.65.${number * 16}.0/20`,
        zones: { application: thirds(65, number * 16), data: thirds(65, number * 16 + 4) },
        attachment: {
          subnets: [0, 16, 32].map((last) => `10.65.${number * 16 + 15}.${last}/28`),
          associate: 'spokes',
          propagate: ['inspected'],
        },
        flows: [flow('application-to-data', 'application', 'data', 15432)],
      },
    ],
  };
}

function flow(id: string, from: string, to: string, port: number) {
  return { id, from, to, ports: [port], reason: 'A reason for the reviewer' };
}

/** What happens to a landing zone: departments come and go, so do zones and flows, and lists change their order. */
interface World {
  readonly departments: readonly number[];
  /** Departments that the perimeter reaches. */
  readonly reached: readonly number[];
  /** Whether e-services has zones and flows beside the usual. */
  readonly government: boolean;
  readonly reversed: boolean;
}

function input({ departments, reached, government, reversed }: World): LandingZoneInput {
  const small = smallInput();
  const order = <T>(items: readonly T[]): T[] => (reversed ? [...items].toReversed() : [...items]);
  const change = (vpc: Vpc): Vpc => {
    const zones = {
      ...vpc.zones,
      ...(government && vpc.cidr === '10.64.32.0/20' ? { 'government-dmz': thirds(64, 44) } : {}),
    };
    return { ...vpc, zones: Object.fromEntries(order(Object.entries(zones))), flows: order(vpc.flows ?? []) };
  };
  const accounts = [...small.accounts, ...departments.map(department)].map((account) => ({
    ...account,
    vpcs: order((account.vpcs ?? []).map(change)),
  }));
  const flows = [
    ...(small.network.flows ?? []),
    ...reached
      .filter((number) => departments.includes(number))
      .map((number) => flow(`dmz-to-${number}`, 'perimeter/internet-dmz', `department-${number}/application`, 8443)),
    ...(government ? [flow('officers', 'e-services-prod/government-dmz', 'perimeter/internet-dmz', 636)] : []),
  ];
  const network = { ...small.network, addressSpace: ['10.64.0.0/15'], flows: order(flows) };
  return { ...small, accounts: order(accounts), network };
}

const worlds: fc.Arbitrary<World> = fc.record({
  departments: fc.uniqueArray(fc.integer({ min: 1, max: 3 }), { maxLength: 2 }),
  reached: fc.uniqueArray(fc.integer({ min: 1, max: 3 })),
  government: fc.boolean(),
  reversed: fc.boolean(),
});

/** Rules, which are shared by flows: AWS changes them without a packet lost that a flow declares. */
const RULES = /^AWS::(EC2::NetworkAclEntry|NetworkFirewall::RuleGroup) /;

/** What is no longer there, or differs, without the rules. */
function touched(before: Resources, after: Resources): { readonly gone: string[]; readonly changed: string[] } {
  const lines = [...before].map(([id, resource]) => ({ line: `${resource.Type} ${id}`, resource, now: after.get(id) }));
  const durable = lines.filter(({ line }) => !RULES.test(line));
  return {
    gone: durable.flatMap(({ line, now }) => (now ? [] : [line])),
    changed: durable.flatMap(({ line, resource, now }) =>
      now && JSON.stringify(now) !== JSON.stringify(resource) ? [line] : [],
    ),
  };
}

/** How what an edit takes away is called. */
function namesOf(one: World, other: World): string[] {
  const left = one.departments.filter((number) => !other.departments.includes(number));
  const closed = one.reached.filter((number) => !other.reached.includes(number));
  return [
    ...left.flatMap((number) => [` department-${number} `, `department${number}`, `dmzto${number}`]),
    ...closed.flatMap((number) => [`dmzto${number}`, `department-${number}/hub-routes`]),
    ...(one.government && !other.government ? ['governmentdmz', 'officers'] : []),
  ];
}

test('an edit of the config takes away what it names, and changes nothing else', () => {
  fc.assert(
    fc.property(worlds, worlds, (one, other) => {
      const { gone, changed } = touched(networkResources(input(one)), networkResources(input(other)));
      const names = namesOf(one, other);
      expect(changed).toEqual([]);
      expect(gone.filter((line) => !names.some((name) => line.includes(name)))).toEqual([]);
    }),
    { seed: 4, numRuns: 3 },
  );
});

/** The landing zone over so many availability zones: each zone and attachment has a subnet in each. */
function over(count: number): LandingZoneInput {
  const whole = input({ departments: [1], reached: [1], government: true, reversed: false });
  const few = (subnets: readonly string[]) => subnets.slice(0, count);
  const accounts = whole.accounts.map((account) => ({
    ...account,
    vpcs: (account.vpcs ?? []).map((vpc) => ({
      ...vpc,
      zones: Object.fromEntries(Object.entries(vpc.zones).map(([name, subnets]) => [name, few(subnets)])),
      ...(vpc.attachment ? { attachment: { ...vpc.attachment, subnets: few(vpc.attachment.subnets) } } : {}),
    })),
  }));
  return { ...whole, accounts, availabilityZones: few(whole.availabilityZones) };
}

/** What AWS changes in place when a subnet comes or goes. */
const IN_PLACE: Readonly<Record<string, string>> = {
  'AWS::EC2::TransitGatewayAttachment': 'SubnetIds',
  'AWS::EC2::VPCEndpoint': 'SubnetIds',
  'AWS::ElasticLoadBalancingV2::LoadBalancer': 'Subnets',
  'AWS::ElasticLoadBalancingV2::TargetGroup': 'Targets',
  'AWS::NetworkFirewall::Firewall': 'SubnetMappings',
};

test('subnets that come and go with an availability zone replace nothing, and take nothing with them', () => {
  const [two, three] = [2, 3].map((count) => networkResources(over(count)));
  if (!two || !three) throw new Error('two landing zones are made');
  const { gone, changed } = touched(three, two);
  const rules = /^AWS::EC2::SecurityGroup(In|E)gress /;
  expect(gone.filter((line) => !rules.test(line)).length).toBeGreaterThan(20);
  // Ids end with the letter of the availability zone before their hash.
  expect(gone.filter((line) => !rules.test(line) && !/c[0-9A-F]{8}$|-c |c1064\w*$/.test(line))).toEqual([]);
  expect(changed.length).toBeGreaterThan(0);
  for (const line of changed) {
    const [type = '', ...key] = line.split(' ');
    const [before, after] = [three, two].map((all) => ({ ...all.get(key.join(' '))?.Properties }));
    const { [type]: property = 'nothing' } = IN_PLACE;
    for (const properties of [before, after]) delete properties?.[property];
    expect([line, before]).toEqual([line, after]);
  }
  expect(touched(two, three).gone.filter((line) => !rules.test(line))).toEqual([]);
});
