import { changeCases } from '../support/change';

const SPACE = 'addressSpace: [10.64.0.0/16]';
const OWN = 'cidr: 10.64.32.0/20';

/** The network has IPv6, and a VPC the block given. */
const with6 = (block: string): [string, string][] => [
  [SPACE, `${SPACE}\n  ipv6: { ipamPoolId: ipam-pool-0123456789abcdef0, addressSpace: ['fd12:3456:789a::/48'] }`],
  [OWN, `${OWN}\n        ipv6: '${block}'`],
];

changeCases('IPv6', [
  { name: 'a block of the network', changes: with6('fd12:3456:789a:2000::/56'), problems: [] },
  { name: 'a block of Amazon', changes: [[OWN, `${OWN}\n        ipv6: amazon`]], problems: [] },
  {
    name: 'a block where the network has none',
    changes: [[OWN, `${OWN}\n        ipv6: 'fd12:3456:789a:2000::/56'`]],
    problems: [
      {
        path: 'accounts[4].vpcs[0].ipv6',
        on: 'ipv6: ',
        message:
          'the VPC of account "portal-prod" states the IPv6 block fd12:3456:789a:2000::/56, and the network has none',
        remedy: 'add network.ipv6 with the pool and its addresses, or take `amazon`',
      },
    ],
  },
  {
    name: 'a size that AWS does not give',
    changes: with6('fd12:3456:789a:2000::/60'),
    problems: [
      {
        path: 'accounts[4].vpcs[0].ipv6',
        on: 'ipv6: ',
        message:
          'the VPC of account "portal-prod" has the IPv6 block fd12:3456:789a:2000::/60, which is no size of a VPC',
        remedy: 'choose another size',
      },
    ],
  },
  {
    name: 'addresses that are nobody’s to give',
    changes: [[SPACE, `${SPACE}\n  ipv6: { ipamPoolId: ipam-pool-0123456789abcdef0, addressSpace: ['fe80::/16'] }`]],
    problems: [
      {
        path: 'network.ipv6.addressSpace[0]',
        on: 'fe80::/16',
        message: 'no pool of IPAM has the block fe80::/16 for VPCs',
        expected: /^private addresses \(fd00::\/8 without fd00::\/16/,
        remedy: 'take the block of the pool',
      },
    ],
  },
  {
    name: 'a block of somebody else',
    changes: with6('fd99:3456:789a:2000::/56'),
    problems: [
      {
        path: 'accounts[4].vpcs[0].ipv6',
        on: 'ipv6: ',
        message:
          'the VPC of account "portal-prod" (fd99:3456:789a:2000::/56) is outside the IPv6 addresses fd12:3456:789a::/48',
        remedy: 'take a free block of network.ipv6.addressSpace, or extend it',
      },
    ],
  },
  {
    name: 'two VPCs that overlap, both owners named',
    changes: [
      ...with6('fd12:3456:789a:2000::/56'),
      ['cidr: 10.64.48.0/20', "cidr: 10.64.48.0/20\n        ipv6: 'fd12:3456:789a:2000::/52'"],
    ],
    problems: [
      {
        path: 'accounts[5].vpcs[0].ipv6',
        on: 'ipv6: ',
        message:
          'the VPC of account "trial" (fd12:3456:789a:2000::/52) overlaps the VPC of account "portal-prod" (fd12:3456:789a:2000::/56)',
        remedy: 'move one of the two to a free block of network.ipv6.addressSpace',
        related: ['accounts[4].vpcs[0].ipv6'],
      },
    ],
  },
  {
    name: 'a route table without a way by IPv6',
    changes: [
      ...with6('fd12:3456:789a:2000::/56'),
      ['cidr: 10.64.0.0/20', "cidr: 10.64.0.0/20\n        ipv6: 'fd12:3456:789a::/56'"],
      ['cidr: 10.64.16.0/20', "cidr: 10.64.16.0/20\n        ipv6: 'fd12:3456:789a:1000::/56'"],
    ],
    problems: [
      {
        path: 'accounts[3].vpcs[0].attachment.associate',
        on: 'associate: spokes',
        message:
          'VPC "perimeter" of account "network" has IPv6, but its route table "spokes" has no route for fd12:3456:789a:2000::/56 of "portal-prod"',
        remedy: 'add a route for fd12:3456:789a::/48 to the VPC "inspection" to "spokes" in network.hub.routeTables',
      },
      {
        path: 'accounts[4].vpcs[0].attachment.associate',
        on: 'associate: spokes',
        message:
          'the VPC of account "portal-prod" has IPv6, but its route table "spokes" has no route for fd12:3456:789a::/56 of "perimeter"',
        remedy: 'add a route for fd12:3456:789a::/48 to the VPC "inspection" to "spokes" in network.hub.routeTables',
      },
    ],
  },
]);
