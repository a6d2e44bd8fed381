import { changeCases } from '../support/change';

const stated = (text: string) => `properties:\n${text}\ntransfers:\n`;
const property = (fields: string) =>
  `  - { name: kept-apart, ${fields}, expect: no, reason: Visitors never reach the records }`;

changeCases('stated properties', [
  {
    name: 'are about zones of all VPCs, of one, blocks of addresses and resources',
    changes: [
      [
        'transfers:\n',
        stated(
          [
            '  - { name: one, from: internet, to: data, expect: no, reason: Visitors never reach the records }',
            '  - { name: two, from: 192.168.0.0/16, to: portal-prod/data, port: 22, expect: no, reason: Administrators use sessions }',
            '  - { name: three, from: application, to: vpc.template.json#Database, expect: yes, reason: The portal reads its content }',
            '  - { name: four, from: anywhere, to: default-groups, expect: no, reason: Nobody maintains its rules }',
          ].join('\n'),
        ),
      ],
    ],
    problems: [],
  },
  {
    name: 'a zone that no VPC has',
    changes: [['transfers:\n', stated(property('from: internet, to: dat'))]],
    problems: [
      {
        path: 'properties[0].to',
        on: 'to: dat,',
        message: 'there is no zone named "dat": did you mean "data"?',
        remedy: 'write "data"',
      },
    ],
  },
  {
    name: 'a VPC that does not exist',
    changes: [['transfers:\n', stated(property('from: x/y, to: data'))]],
    problems: [
      {
        path: 'properties[0].from',
        on: 'from: x/y',
        message: 'there is no zone named "x/y"',
        remedy: 'name internet, a zone, VPC/zone, an address block, or TEMPLATE#LogicalId',
      },
    ],
  },
  {
    name: 'may state instead what everything crosses',
    changes: [
      [
        'transfers:\n',
        stated(
          [
            '  - { name: one, from: application, to: internet, crosses: inspection, reason: What leaves is inspected }',
            '  - { name: two, from: data, to: internet, crosses: internet-dmz, reason: The proxy is the only way out }',
            '  - { name: three, from: data, to: internet, port: "443,8000-8010", crosses: vpc.template.json#Proxy, reason: The proxy is the only way out }',
          ].join('\n'),
        ),
      ],
    ],
    problems: [],
  },
  {
    name: 'cross zones that exist',
    changes: [
      [
        'transfers:\n',
        stated('  - { name: one, from: data, to: internet, crosses: dat, reason: The proxy is the only way out }'),
      ],
    ],
    problems: [
      {
        path: 'properties[0].crosses',
        on: 'crosses: dat',
        message: 'there is no zone named "dat": did you mean "data"?',
        remedy: 'write "data"',
      },
    ],
  },
  {
    name: 'a port of icmp',
    changes: [['transfers:\n', stated(property('from: internet, to: data, port: 8, protocol: icmp'))]],
    problems: [
      {
        path: 'properties[0].port',
        on: 'port: 8',
        message: 'property "kept-apart" names a port, which the protocol icmp does not have',
        remedy: 'remove the port, or set the protocol to tcp or udp',
      },
    ],
  },
]);
