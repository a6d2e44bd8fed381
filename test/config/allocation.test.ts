import fc from 'fast-check';
import { allocateAddresses, AllocationError } from '../../lib/config';
import { cidrsOverlap, parseCidr } from '../../lib/model';

const config = (accounts: string, space = '10.64.0.0/16') => `# The plan of addresses.
availabilityZones: [ap-east-1a, ap-east-1b]
accounts:
  - name: network # the hub
    department: central
    vpcs:
      - { name: perimeter, cidr: 10.64.0.0/20, zones: { internet-dmz: [10.64.0.0/24, 10.64.1.0/24] } }
${accounts}
network:
  addressSpace: [${space}]
  ipv6: { ipamPoolId: ipam-pool-0123456789abcdef0, addressSpace: ['fd12:3456:789a::/48'] }
`;

const department = (name: string, cidr: string, more = '') => `  - name: ${name}-prod
    department: ${name}
    vpcs:
      - cidr: ${cidr} # as large as the others
        zones: { data: auto, application: auto }${more}`;

const asked = (text: string) => allocateAddresses(text, 'landing-zone.yaml');

test('gives the lowest free block, a place of its own to each subnet, and changes nothing else', () => {
  const more = '\n        attachment: { subnets: auto, associate: spokes } # to the hub\n        ipv6: auto';
  const text = config(department('licensing', 'auto/21', more));
  const { text: entered, given } = asked(text);
  expect(given.map(({ path, owner }) => `${path} ${owner}`)).toEqual([
    'accounts[1].vpcs[0].cidr licensing-prod (licensing)',
    'accounts[1].vpcs[0].ipv6 licensing-prod (licensing)',
    'accounts[1].vpcs[0].zones.data licensing-prod (licensing)',
    'accounts[1].vpcs[0].zones.application licensing-prod (licensing)',
    'accounts[1].vpcs[0].attachment.subnets licensing-prod (licensing)',
  ]);
  expect(entered).toBe(
    text
      .replace('auto/21', '10.64.16.0/21')
      .replace('data: auto', 'data: [10.64.21.0/26, 10.64.21.64/26]')
      .replace('application: auto', 'application: [10.64.19.0/26, 10.64.19.64/26]')
      .replace('subnets: auto', 'subnets: [10.64.23.0/28, 10.64.23.64/28]')
      .replace('ipv6: auto', "ipv6: 'fd12:3456:789a::/56'"),
  );
  expect(asked(entered)).toEqual({ given: [], text: entered });
});

test('reads stated blocks only where some are wanted beside them', () => {
  const text = config(department('licensing', '!env LICENSING_CIDR').replace(/auto/g, '[10.64.19.0/24]'));
  expect(asked(text)).toEqual({ given: [], text });
  const amazons = '\n        ipv6: amazon';
  const both = [
    department('licensing', '10.64.16.0/21', amazons),
    department('payment', 'auto', '\n        ipv6: auto'),
  ];
  expect(asked(config(both.join('\n'))).text).toContain("ipv6: 'fd12:3456:789a::/56'");
});

test('knows the zones of a profile of one’s own', () => {
  const text = config(department('licensing', 'auto'));
  const own = `profile: ours\nprofiles: [{ id: ours, extends: hk-s17, source: Our policy 4.2 }, !include other.yaml]\n${text}`;
  expect(asked(own).given).toEqual(asked(text).given);
});

test('what was given stays, whatever is asked for later and in whatever order', () => {
  const sizes = fc.array(fc.record({ prefix: fc.integer({ min: 20, max: 23 }), later: fc.boolean() }), {
    maxLength: 6,
  });
  fc.assert(
    fc.property(sizes, (all) => {
      const accounts = (cidrOf: (index: number) => string | undefined) =>
        all.flatMap((_, index) => {
          const cidr = cidrOf(index);
          return cidr === undefined ? [] : [department(`d${index}`, cidr)];
        });
      const wanted = (index: number) => `auto/${all[index]?.prefix}`;
      const first = asked(config(accounts((index) => (all[index]?.later ? undefined : wanted(index))).join('\n')));
      const given = new Map(
        first.given.flatMap(({ path, owner, blocks }) => (path.endsWith('.cidr') ? [[owner, blocks[0]]] : [])),
      );
      const stated = (index: number) => given.get(`d${index}-prod (d${index})`) ?? wanted(index);
      const second = asked(config(accounts(stated).join('\n')));
      const blocks = [
        '10.64.0.0/20',
        ...given.values(),
        ...second.given.flatMap((each) => (each.path.endsWith('.cidr') ? each.blocks : [])),
      ];
      const parsed = blocks.map((text) => parseCidr(text ?? ''));
      for (const [index, block] of parsed.entries())
        for (const other of parsed.slice(0, index)) expect(block && other && cidrsOverlap(block, other)).toBe(false);
      for (const block of given.values()) expect(second.text).toContain(`cidr: ${block} `);
    }),
    { seed: 8, numRuns: 20 },
  );
});

test.each<[string, string, RegExp]>([
  [
    'addresses that are used up, with who asks and who has them',
    config([department('licensing', '10.64.16.0/20'), department('payment', 'auto/20')].join('\n'), '10.64.0.0/19'),
    /^payment-prod \(payment\): no block of \/20 is free in 10.64.0.0\/19: perimeter of network \(central\) has 10.64.0.0\/20, licensing-prod \(licensing\) has 10.64.16.0\/20; ask for a smaller one, or extend network.addressSpace$/,
  ],
  [
    'a block too small for its zones',
    config(department('licensing', 'auto/24')),
    /^licensing-prod \(licensing\), zone data: found the VPC's 10.64.16.0\/24, which has no subnet of \/28 for each of 32 places; expected IPv4 of \/23 or larger/,
  ],
  [
    'a zone that the profile has not',
    config(department('licensing', 'auto').replace('data: auto', 'date: auto')),
    /zone date: expected a zone of hk-s17: internet-dmz, /,
  ],
  [
    'a place where another subnet stands',
    config(department('licensing', '10.64.16.0/21').replace('data: auto', 'data: [10.64.19.0/24, 10.64.20.0/24]')),
    /zone application: its place is 10.64.19.0\/26, which overlaps 10.64.19.0\/24 of data; state the subnets of both/,
  ],
  [
    'a word that stands elsewhere',
    config(department('licensing', '*size')).replace('# The plan', 'size: &size auto/21\n# The plan'),
    /landing-zone.yaml: accounts.1.vpcs.0.cidr is not written in place: enter 10.64.16.0\/21 by hand/,
  ],
  [
    'accounts in another file',
    'availabilityZones: []\naccounts: x\nnetwork: {}',
    /accounts: .*stand in this file itself/,
  ],
  ['no YAML', 'a: [', /^landing-zone.yaml: /],
  [
    'a length beyond that of addresses',
    config(department('licensing', 'auto/33')),
    /^licensing-prod \(licensing\): found a block of \/33 wanted of 10.64.0.0\/16, expected at most \/32$/,
  ],
  [
    'such a length of IPv6',
    config(department('licensing', 'auto', '\n        ipv6: auto/129')),
    /found a block of \/129 wanted of fd12:3456:789a::\/48, expected at most \/128$/,
  ],
  [
    'a stated block that cannot be read here, as it may be the one that is free',
    config([department('licensing', '!env LICENSING_CIDR'), department('payment', 'auto/20')].join('\n')),
    /^licensing-prod \(licensing\) cidr: found "LICENSING_CIDR", expected an address block: while blocks are wanted/,
  ],
  [
    'such a block of IPv6',
    config(
      [
        department('licensing', '10.64.16.0/20', '\n        ipv6: fd12:3456:789a::/5b'),
        department('payment', '10.64.32.0/20', '\n        ipv6: auto'),
      ].join('\n'),
    ),
    /^licensing-prod \(licensing\) ipv6: found "fd12:3456:789a::\/5b", expected an address block/,
  ],
  [
    'subnets beside one that cannot be read here',
    config(department('licensing', '10.64.16.0/21').replace('data: auto', 'data: [10.64.20.0-24, 10.64.19.0/24]')),
    /zone application, beside data: found "10.64.20.0-24", expected an address block/,
  ],
  [
    'subnets beside a list that stands elsewhere',
    config(department('licensing', '10.64.16.0/21').replace('data: auto', 'data: !env DATA_SUBNETS')),
    /zone application, beside data: found "DATA_SUBNETS", expected an address block/,
  ],
  [
    'a profile that is not written there',
    `profile: ours\nprofiles: [!include ours.yaml]\n${config(department('licensing', 'auto'))}`,
    /^landing-zone.yaml: profile: found "ours", expected a built-in profile, or one of profiles that is written in this/,
  ],
])('refuses %s', (_, text, message) => {
  expect(() => asked(text)).toThrow(AllocationError);
  expect(() => asked(text)).toThrow(message);
});
