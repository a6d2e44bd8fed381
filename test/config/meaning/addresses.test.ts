import { changeCases } from '../support/change';

changeCases('address plan', [
  {
    name: 'two VPCs that overlap, both owners named',
    changes: [
      ['cidr: 10.64.48.0/20', 'cidr: 10.64.16.0/21'],
      ['application: [10.64.48.0/24, 10.64.49.0/24]', 'application: [10.64.18.0/24, 10.64.19.0/24]'],
    ],
    problems: [
      {
        path: 'accounts[5].vpcs[0].cidr',
        on: 'cidr: 10.64.16.0/21',
        message:
          'the VPC of account "trial" (10.64.16.0/21) overlaps VPC "inspection" of account "network" (10.64.16.0/20)',
        remedy: 'move one of the two to a free block of network.addressSpace',
        related: ['accounts[3].vpcs[1].cidr'],
      },
    ],
  },
  {
    name: 'a VPC outside the address space',
    changes: [['addressSpace: [10.64.0.0/16]', 'addressSpace: [10.64.0.0/19, 10.64.32.0/20]']],
    problems: [
      {
        path: 'accounts[5].vpcs[0].cidr',
        on: 'cidr: 10.64.48.0/20',
        message: 'the VPC of account "trial" (10.64.48.0/20) is outside the address space 10.64.0.0/19, 10.64.32.0/20',
        remedy: 'take a free block of network.addressSpace, or extend the address space',
      },
    ],
  },
  {
    name: 'a VPC larger than AWS allows',
    changes: [
      ['addressSpace: [10.64.0.0/16]', 'addressSpace: [10.0.0.0/8]'],
      ['cidr: 10.64.48.0/20', 'cidr: 10.128.0.0/15'],
      ['application: [10.64.48.0/24, 10.64.49.0/24]', 'application: [10.128.0.0/24, 10.128.1.0/24]'],
    ],
    problems: [
      {
        path: 'accounts[5].vpcs[0].cidr',
        on: 'cidr: 10.128.0.0/15',
        message: 'the VPC of account "trial" has the block 10.128.0.0/15, which is no size of a VPC',
        remedy: 'choose another size',
      },
    ],
  },
  {
    name: 'a subnet outside its VPC',
    changes: [['data: [10.64.36.0/24, 10.64.37.0/24]', 'data: [10.64.36.0/24, 10.64.99.0/24]']],
    problems: [
      {
        path: 'accounts[4].vpcs[0].zones.data[1]',
        on: '10.64.99.0/24',
        message: 'subnet 10.64.99.0/24 for zone data is outside the VPC of account "portal-prod" (10.64.32.0/20)',
        remedy: 'take a free block of the VPC',
      },
    ],
  },
  {
    name: 'two subnets of different zones that overlap',
    changes: [['data: [10.64.36.0/24, 10.64.37.0/24]', 'data: [10.64.36.0/24, 10.64.33.128/25]']],
    problems: [
      {
        path: 'accounts[4].vpcs[0].zones.data[1]',
        on: '10.64.33.128/25',
        message:
          'subnet 10.64.33.128/25 for zone data overlaps 10.64.33.0/24 for zone application in the VPC of account "portal-prod"',
        remedy: 'move one of the two to a free block of the VPC',
        related: ['accounts[4].vpcs[0].zones.application[1]'],
      },
    ],
  },
  {
    name: 'a subnet of the attachment that overlaps a zone',
    changes: [['subnets: [10.64.47.0/28, 10.64.47.16/28]', 'subnets: [10.64.47.0/28, 10.64.41.16/28]']],
    problems: [
      {
        path: 'accounts[4].vpcs[0].attachment.subnets[1]',
        on: '10.64.41.16/28',
        message:
          'subnet 10.64.41.16/28 for the attachment overlaps 10.64.41.0/24 for zone management in the VPC of account "portal-prod"',
        remedy: 'move one of the two to a free block of the VPC',
      },
    ],
  },
  {
    name: 'fewer subnets than availability zones',
    changes: [['data: [10.64.36.0/24, 10.64.37.0/24]', 'data: [10.64.36.0/24]']],
    problems: [
      {
        path: 'accounts[4].vpcs[0].zones.data',
        on: 'data: [10.64.36.0/24]',
        message: 'zone "data" has 1 subnets for 2 availability zones',
        remedy: 'add the missing subnets',
      },
    ],
  },
  {
    name: 'more subnets of an attachment than availability zones',
    changes: [['subnets: [10.64.47.0/28, 10.64.47.16/28]', 'subnets: [10.64.47.0/28, 10.64.47.16/28, 10.64.47.32/28]']],
    problems: [
      {
        path: 'accounts[4].vpcs[0].attachment.subnets',
        on: '10.64.47.32/28',
        message: 'the attachment has 3 subnets for 2 availability zones',
        remedy: 'remove the surplus, or add availability zones',
      },
    ],
  },
  {
    name: 'a subnet smaller than AWS allows',
    changes: [['subnets: [10.64.47.0/28, 10.64.47.16/28]', 'subnets: [10.64.47.0/29, 10.64.47.16/28]']],
    problems: [
      {
        path: 'accounts[4].vpcs[0].attachment.subnets[0]',
        on: '10.64.47.0/29',
        message: 'subnet 10.64.47.0/29 for the attachment is no size of a subnet',
        remedy: 'choose another size',
      },
    ],
  },
  {
    name: 'a subnet of the other family, said once',
    changes: [['subnets: [10.64.47.0/28, 10.64.47.16/28]', "subnets: ['fd12:3456:789a::/64', 10.64.47.16/28]"]],
    problems: [
      {
        path: 'accounts[4].vpcs[0].attachment.subnets[0]',
        on: 'fd12:3456:789a::/64',
        message: 'subnet fd12:3456:789a::/64 for the attachment is IPv6, and subnets are stated by their IPv4 blocks',
        remedy: /^state the IPv4 block; with `ipv6` of the VPC/,
      },
    ],
  },
  {
    name: 'a fixed address that the subnets do not have',
    changes: [
      ['application: [10.64.32.0/24, 10.64.33.0/24]', 'application: [10.64.32.0/27, 10.64.33.0/24]'],
      ['addressOffset: 20', 'addressOffset: 40'],
    ],
    problems: [
      {
        path: 'accounts[4].workloads[1].addressOffset',
        on: 'addressOffset: 40',
        message: 'web-service "search" needs host number 40, which the subnet 10.64.32.0/27 does not have',
        remedy: 'choose a smaller number, or larger subnets',
      },
    ],
  },
  {
    name: 'two web services with the same fixed addresses',
    changes: [['addressOffset: 20', 'addressOffset: 10']],
    problems: [
      {
        path: 'accounts[4].workloads[1].addressOffset',
        on: 'addressOffset: 10',
        message: 'web-service "search" has the same fixed addresses as another one in the zone application',
        remedy: 'set another addressOffset',
        related: ['accounts[4].workloads[0].addressOffset'],
      },
    ],
  },
]);
