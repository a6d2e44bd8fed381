import { landingZoneSchema, networkGrowth, quotaOutlook } from '../../lib/config';
import { NETWORK_QUOTAS } from '../../lib/model';
import { networkResources, type Resources } from '../landing-zone/support/network-stacks';
import { smallInput, type LandingZoneInput } from '../landing-zone/support/small-config';

const growthOf = (change: (input: LandingZoneInput) => void = () => undefined, asked = 10) => {
  const input = smallInput();
  change(input);
  return networkGrowth(landingZoneSchema.parse(input), asked);
};

const roomFor = (growth: ReturnType<typeof growthOf>, what: RegExp) =>
  growth.limits.find((limit) => what.test(limit.what));

test('counts what one more department like the present ones would use', () => {
  const growth = growthOf();
  expect(growth.departments).toBe(1);
  // A /16, of which two /20 are shared and one is the department's.
  expect(roomFor(growth, /^addresses of 10.64.0.0\/16/)).toMatchObject({ used: 3 * 4096, limit: 65536, room: 11 });
  // Three /24, which join to two blocks.
  expect(roomFor(growth, /security group of perimeter\/internet-dmz, out/)).toMatchObject({
    used: 2,
    limit: 60,
    perDepartment: 2,
    room: 29,
  });
  expect(roomFor(growth, /^rules of the firewall/)).toMatchObject({ used: 4, perDepartment: 4, room: 1249 });
  expect(roomFor(growth, /^attachments of the transit gateway/)).toMatchObject({ used: 3, perDepartment: 1 });
  expect(roomFor(growth, /^parameters of the stack routing/)).toMatchObject({ used: 2, room: 198 });
  expect(roomFor(growth, /load balancer/)).toMatchObject({ used: 1, limit: 100, room: 99 });
});

test('counts both families where VPCs have both, and the firewall between them', () => {
  const stated = (names: readonly string[]) => (input: LandingZoneInput) => {
    input.network.ipv6 = { ipamPoolId: 'ipam-pool-0123456789abcdef0', addressSpace: ['fd12:3456:789a::/48'] };
    for (const [index, vpc] of input.accounts.flatMap(({ vpcs = [] }) => vpcs).entries())
      if (names.includes(vpc.name ?? 'department')) vpc.ipv6 = `fd12:3456:789a:${index + 1}00::/56`;
  };
  const [four, both] = [growthOf(), growthOf(stated(['perimeter', 'inspection', 'department']))];
  const routes = roomFor(four, /^routes of the transit gateway/);
  expect(roomFor(both, /^routes of the transit gateway/)).toMatchObject({
    used: 2 * (routes?.used ?? 0) - 2, // two of them are static
    perDepartment: 2 * (routes?.perDepartment ?? 0),
  });
  expect(roomFor(both, /^rules of the firewall/)).toMatchObject({ used: 5, perDepartment: 5 });
  expect(roomFor(both, /security group of perimeter\/internet-dmz, out/)).toMatchObject({ used: 3, perDepartment: 3 });
  const past = growthOf(stated(['perimeter', 'department']));
  expect(roomFor(past, /^rules of the firewall/)).toMatchObject({ used: 4, perDepartment: 4 });
});

/** A line, and routes over three stacks. */
const spread = (input: LandingZoneInput) => {
  input.network.hub.routingStacks = 3;
  input.network.hub.routeTables.push({ name: 'government' });
  const [announced, accepted] = [['10.64.0.0/20'], ['10.200.0.0/16', '10.201.0.0/16']];
  input.network.government = { routeTable: 'government', directConnect: {}, announced, accepted };
};

/** Control messages inside a VPC of both families, the internet by IPv6, the line, and a department in two of them. */
const mixed = (input: LandingZoneInput) => {
  const [perimeter] = input.accounts.flatMap(({ vpcs = [] }) => vpcs);
  if (!perimeter) throw new Error('the small config has no VPC');
  perimeter.ipv6 = 'amazon';
  perimeter.zones['government-dmz'] = ['10.64.4.0/24', '10.64.5.0/24', '10.64.6.0/24'];
  input.network.networkAclRuleQuota = 40;
  spread(input);
  const reason = 'A reason for the reviewer';
  const portal = 'e-services-prod/application';
  const dmz = 'perimeter/internet-dmz';
  (input.network.flows ??= []).push(
    { id: 'echo', from: 'perimeter/government-dmz', to: dmz, protocol: 'icmp', ports: [], reason },
    { id: 'portal-to-dmz', from: portal, to: dmz, ports: [3128], reason },
    { id: 'line-to-portal', from: 'government-network', to: portal, ports: [443, 8443], reason },
    { id: 'line-to-dmz', from: 'government-network', to: dmz, ports: [8443], reason },
    {
      id: 'portal-out',
      from: portal,
      to: 'internet',
      ports: [443],
      domains: ['a.example.com', '.example.org'],
      reason,
    },
  );
};

interface RuleGroupProperties {
  readonly Capacity: number;
  readonly RuleGroup: {
    readonly RulesSource: { readonly StatefulRules?: readonly object[]; readonly RulesString?: string };
  };
}

describe('counts as many rules as there are', () => {
  const input = smallInput();
  mixed(input);
  const resources = networkResources(input);
  const growth = growthOf(mixed);

  test('in the fullest of several stacks for routing, over which departments spread', () => {
    const found = roomFor(growth, /^resources of the fullest of 3 stacks for routing/);
    expect(found).toMatchObject({ used: fullest(resources), perDepartment: 1 });
  });

  test('in a security group: control messages of both families, the internet by IPv6, the line', () => {
    const dmz = [...resources.values()].filter(
      ({ Type, Properties }) =>
        Type === 'AWS::EC2::SecurityGroupIngress' && JSON.stringify(Properties?.['GroupId']).includes('internetdmz'),
    );
    expect(roomFor(growth, /perimeter\/internet-dmz, in/)).toMatchObject({ used: dmz.length, perDepartment: 2 });
  });

  // Three of those by names stand in the group that closes.
  test.each([
    [/^rules of the firewall/, 'DeclaredFlows', 0, 5000],
    [/^rules for names on the internet of the firewall/, 'Domains', 3, 3000],
  ])('in a group of the firewall: %s', (what, id, closing, limit) => {
    const found = [...resources].find(
      ([key, { Type }]) => Type === 'AWS::NetworkFirewall::RuleGroup' && key.includes(`Firewall${id}`),
    )?.[1].Properties as unknown as RuleGroupProperties;
    const { StatefulRules = [], RulesString = '' } = found.RuleGroup.RulesSource;
    const used = StatefulRules.length || RulesString.split('\n').length;
    expect(roomFor(growth, what)).toMatchObject({ used: used + closing, limit });
    expect(found.Capacity).toBe(limit);
  });
});

test('says first what runs out first, and nothing of what does not grow', () => {
  const { limits } = growthOf();
  expect(limits.map(({ room }) => room)).toEqual(limits.map(({ room }) => room).toSorted((a, b) => a - b));
  expect(limits.some(({ what }) => what.includes('internet-dmz, in'))).toBe(false);
});

test('a small address space runs out first', () => {
  const growth = growthOf((input) => {
    input.network.addressSpace = ['10.64.0.0/18'];
  });
  expect(growth.limits[0]).toMatchObject({ what: 'addresses of 10.64.0.0/18', limit: 16384, used: 12288, room: 1 });
});

/** Forty more ports for which the perimeter needs two rules each. */
const crowded = (input: LandingZoneInput) => {
  const flows = (input.network.flows ??= []);
  for (let port = 8000; port < 8040; port += 1) {
    const [from, to] = ['perimeter/internet-dmz', 'e-services-prod/data'];
    flows.push({ id: `more-${port}`, from, to, ports: [port], reason: 'A reason for the reviewer' });
  }
};

test('a quota that is used up has no room', () => {
  expect(roomFor(growthOf(crowded), /perimeter\/internet-dmz, out/)).toMatchObject({ used: 82, room: 0 });
});

test('hosts of a reverse proxy count, where there is one', () => {
  const proxied = (input: LandingZoneInput) => {
    const { ingress } = input.network;
    if (!ingress) throw new Error('the small config has no ingress');
    const image = `110000000005.dkr.ecr.ap-east-1.amazonaws.com/envoy@sha256:${'0'.repeat(64)}`;
    const certificateSecretArn = 'arn:aws:secretsmanager:ap-east-1:110000000004:secret:proxy/tls-AbCdEf';
    ingress.proxy = { image, certificateSecretArn };
  };
  expect(roomFor(growthOf(), /reverse proxy/)).toBeUndefined();
  expect(roomFor(growthOf(proxied), /^hosts of the reverse proxy/)).toMatchObject({ used: 1, limit: 70, room: 69 });
});

/** Resources of the fullest of the stacks for routing. */
function fullest(resources: Resources): number {
  const stacks = new Map<string, number>();
  for (const key of resources.keys()) {
    const [stack] = / network\/routing\S* /.exec(key) ?? [];
    if (stack !== undefined) stacks.set(stack, (stacks.get(stack) ?? 0) + 1);
  }
  return Math.max(...stacks.values());
}

test('counts what really stands in the stack for routing', () => {
  const found = roomFor(growthOf(), /^resources of the stack routing/);
  expect(found).toMatchObject({ used: fullest(networkResources(smallInput())), perDepartment: 3 });
});

test('routes that are spread over stacks leave more room in each', () => {
  const [one, three] = [growthOf(), growthOf(spread)].map((growth) => roomFor(growth, /^parameters of .*routing/));
  expect(one).toMatchObject({ used: 2, room: 198 });
  expect(three).toMatchObject({ used: 2 });
  expect(three?.room).toBeGreaterThan(500);
});

test('a line and its routes count at the gateway', () => {
  const [without, withLine] = [growthOf(), growthOf(spread)];
  const used = (growth: ReturnType<typeof growthOf>, what: RegExp) => roomFor(growth, what)?.used ?? 0;
  expect(used(withLine, /^attachments/) - used(without, /^attachments/)).toBe(1);
  expect(used(withLine, /^routes/) - used(without, /^routes/)).toBe(3);
});

/** Two hundred departments like the first, each with a service that is published, and what docs/network-growth.md says of so many. */
const twoHundred = (input: LandingZoneInput) => {
  const [model] = input.accounts.filter(({ vpcs = [] }) => vpcs.some(({ name }) => name === undefined));
  const [published] = input.network.ingress?.publish ?? [];
  if (!model || !published) throw new Error('the small config has a department that publishes');
  const departments = Array.from({ length: 200 }, (_, index) => `department-${index}`);
  const block = (index: number) => `10.${65 + Math.floor(index / 16)}.${(index % 16) * 16}`;
  input.accounts = [
    ...input.accounts.filter((account) => account !== model),
    ...departments.map((name, index) => {
      const text = JSON.stringify(model.vpcs).replaceAll(/10\.64\.(\d+)\./g, (_all, third: string) => {
        const [first, second, own] = block(index).split('.').map(Number);
        return `${first}.${second}.${(own ?? 0) + Number(third) - 32}.`;
      });
      return { ...model, name, department: name, vpcs: JSON.parse(text) as typeof model.vpcs };
    }),
  ];
  const [internet] = input.network.flows ?? [];
  const ways = departments.map((name, index) => {
    const to = `${name}/application`;
    return {
      id: `dmz-to-${index}`,
      from: 'perimeter/internet-dmz',
      to,
      ports: [443],
      reason: 'Requests are passed on',
    };
  });
  const third = (from: number) =>
    departments
      .slice(from, from + 67)
      .map((account) => ({ ...published, hostname: `${account}.example.gov.hk`, account }));
  const image = `110000000005.dkr.ecr.ap-east-1.amazonaws.com/envoy@sha256:${'0'.repeat(64)}`;
  const certificateSecretArn = 'arn:aws:secretsmanager:ap-east-1:110000000004:secret:proxy/tls-AbCdEf';
  const way = { vpc: 'perimeter', certificateArn: CERTIFICATE, proxy: { image, certificateSecretArn } };
  Object.assign(input.network, {
    addressSpace: ['10.64.0.0/12'],
    flows: [...(internet ? [internet] : []), ...ways],
    ingress: { ...way, publish: third(0) },
    furtherIngresses: [67, 134].map((from) => ({ ...way, name: `more-${from}`, publish: third(from) })),
  });
  input.network.hub.routingStacks = 4;
};

const CERTIFICATE = 'arn:aws:acm:ap-east-1:200000000004:certificate/6f0f4f9e-2f0b-4c53-8a3c-0f5e6b1c7d2a';

test('two hundred departments fit, where AWS raised the rules of security groups as far as it does', () => {
  const growth = growthOf(twoHundred, 0);
  expect(growth.departments).toBe(200);
  const beyond = growth.limits.filter(({ used, limit }) => used > limit);
  expect(beyond.map(({ what, used }) => `${what}: ${used}`)).toEqual([
    'rules of the security group of perimeter/internet-dmz, out: 400',
  ]);
  // Tasks of the proxy wear a group of their own beside the zone's.
  expect(beyond[0]?.used).toBeLessThanOrEqual(NETWORK_QUOTAS.rulesPerInterface / 2);
});

describe('synthesis says', () => {
  const outlookOf = (change: (input: LandingZoneInput) => void = () => undefined) => {
    const input = smallInput();
    change(input);
    return quotaOutlook(landingZoneSchema.parse(input));
  };

  test('which quota breaks first, and at how many departments', () => {
    expect(outlookOf()).toEqual({
      exceeded: false,
      text: expect.stringMatching(
        /^with 15 departments, 1 now, the network first runs out of addresses of 10.64.0.0\/16: 12288 of 65536/,
      ) as string,
    });
  });

  test('which is broken already', () => {
    expect(outlookOf(crowded)).toEqual({
      exceeded: true,
      text: expect.stringMatching(
        /^the network needs too many rules of the security group of perimeter\/internet-dmz, out: 82 of 60/,
      ) as string,
    });
  });

  test('which is broken already by what no department brings', () => {
    const shared = outlookOf((input) => {
      const flows = (input.network.flows ??= []);
      for (let port = 8000; port < 8070; port += 1) {
        const [from, to] = ['perimeter/internet-dmz', 'inspection/inspection'];
        flows.push({ id: `more-${port}`, from, to, ports: [port], reason: 'A reason for the reviewer' });
      }
    });
    expect(shared?.exceeded).toBe(true);
  });

  test('nothing where there are no departments', () => {
    const without = outlookOf((input) => {
      input.accounts = input.accounts.filter(({ role }) => role !== undefined && role !== 'workload');
      input.network.flows = [];
      input.network.ingress = undefined;
    });
    expect(without).toBeUndefined();
  });
});
