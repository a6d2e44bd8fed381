import { changeCases } from '../support/change';

/** Remedies are checked to be there. */
const ANY = /./;

/** Adds keys to the network of the valid config. */
const network = (text: string): readonly [string, string] => ['network:\n', `network:\n${text}`];
const LINE = '    vpn: { customerAddress: 203.0.113.10, customerAsn: 65010 }\n    announced: [10.64.0.0/20]\n';

changeCases('the way out, the line to the government network, and names', [
  {
    name: 'a way out by a VPC that does not exist',
    changes: [network('  egress: { vpc: egres }\n')],
    problems: [{ path: 'network.egress.vpc', on: 'egress:', message: 'there is no VPC named "egres"', remedy: ANY }],
  },
  {
    name: 'a way out by a VPC without a way out',
    changes: [network('  egress: { vpc: inspection }\n')],
    problems: [
      {
        path: 'network.egress.vpc',
        on: 'egress:',
        message: 'the VPC "inspection" has no zone internet-dmz',
        remedy: ANY,
      },
      {
        path: 'network.egress.vpc',
        on: 'egress:',
        message: 'the VPC "inspection" cannot lead out to the internet: it lacks internetGateway: true',
        remedy: ANY,
      },
    ],
  },
  {
    name: 'a line whose route table does not exist, with addresses of the network',
    changes: [network(`  government:\n    routeTable: goverment\n    accepted: [10.64.0.0/16]\n${LINE}`)],
    problems: [
      {
        path: 'network.government.routeTable',
        on: 'routeTable: goverment',
        message: 'there is no route table of the hub named "goverment"',
        remedy: ANY,
      },
      {
        path: 'network.government.accepted[0]',
        on: 'accepted:',
        message: /^10\.64\.0\.0\/16 overlaps the network's own/,
        remedy: ANY,
      },
    ],
  },
  {
    name: 'a line with the route table of the spokes',
    changes: [network(`  government:\n    routeTable: spokes\n    accepted: [10.200.0.0/16]\n${LINE}`)],
    problems: [
      {
        path: 'network.government.routeTable',
        on: 'routeTable: spokes',
        message: /^the route table "spokes" decides for the VPC "[\w-]+" too$/,
        remedy: ANY,
      },
    ],
  },
  {
    name: 'a flow over the line of a zone that is not announced',
    changes: [
      network(
        '  government:\n    routeTable: spoke\n    accepted: [10.200.0.0/16]\n' +
          '    vpn: { customerAddress: 203.0.113.10, customerAsn: 65010 }\n    announced: [192.0.2.0/24]\n',
      ),
      [
        '  flows:\n    - id: internet-to-dmz',
        '  flows:\n    - { id: offices, from: government-network, to: portal-prod/application, ports: [443], reason: Needed and approved }\n    - id: internet-to-dmz',
      ],
    ],
    problems: [
      {
        path: 'network.government.routeTable',
        on: 'routeTable: spoke',
        message: 'there is no route table of the hub named "spoke": did you mean "spokes"?',
        remedy: ANY,
      },
      {
        path: 'network.flows[0].to',
        on: 'id: offices',
        message:
          /^flow "offices" leads over the line to the government network, which does not learn 10\.\S+ of portal-prod\/application$/,
        remedy: ANY,
      },
    ],
  },
  {
    name: 'names in a zone that the VPC does not have',
    changes: [network('  names: { vpc: inspection }\n')],
    problems: [
      {
        path: 'network.names.zone',
        on: 'names:',
        message: 'there is no zone in the VPC "inspection" named "management"',
        remedy: ANY,
      },
    ],
  },
  ...(
    [
      ['without domains', 'ports: [443]', 'to', 'leads from portal-prod/application to the internet without domains'],
      [
        'without a way out',
        'ports: [443], domains: [a.example.com]',
        'to',
        'leads to the internet, but there is no way out',
      ],
      [
        'over UDP',
        'ports: [443], protocol: udp, domains: [a.example.com]',
        'protocol',
        'names domains, but speaks udp',
      ],
    ] as const
  ).map(([what, more, key, message]) => ({
    name: `a flow to the internet ${what}`,
    changes: [
      [
        '  flows:\n    - id: internet-to-dmz',
        `  flows:\n    - { id: out, from: portal-prod/application, to: internet, ${more}, reason: Needed and approved }\n    - id: internet-to-dmz`,
      ] as const,
    ],
    problems: [{ path: `network.flows[0].${key}`, on: 'id: out', message: `flow "out" ${message}`, remedy: ANY }],
  })),
  {
    name: 'a flow to another VPC that names domains',
    changes: [
      [
        '      to: portal-prod/application\n',
        '      to: portal-prod/application\n      domains: [a.example.com]\n',
      ] as const,
    ],
    problems: [
      {
        path: 'network.flows[1].domains',
        on: 'domains:',
        message: 'flow "dmz-to-portal" names domains, but leads to portal-prod/application',
        remedy: ANY,
      },
    ],
  },
]);
