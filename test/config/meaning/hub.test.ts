import { changeCases, type Change } from '../support/change';

const PROXY = `    proxy:
      image: 200000000012.dkr.ecr.ap-east-1.amazonaws.com/platform/envoy@sha256:${'a'.repeat(64)}
      certificateSecretArn: arn:aws:secretsmanager:ap-east-1:200000000004:secret:proxy/tls-AbCdEf
`;

changeCases('hub, inspection and ingress', [
  {
    name: 'a hub in an account that does not exist',
    changes: [['hub:\n    account: network', 'hub:\n    account: netwrok']],
    problems: [
      {
        path: 'network.hub.account',
        on: 'account: netwrok',
        message: 'there is no account named "netwrok": did you mean "network"?',
        remedy: 'write "network"',
      },
    ],
  },
  {
    name: 'a hub in an account with another role',
    changes: [['hub:\n    account: network', 'hub:\n    account: audit']],
    problems: [
      {
        path: 'network.hub.account',
        on: 'account: audit',
        message: 'the hub stands in the account "audit", whose role is audit',
        remedy: 'name the network account',
      },
      {
        path: 'network.inspection.vpc',
        on: 'vpc: inspection',
        message: 'the VPC "inspection" belongs to the account "network", not to that of the hub',
        remedy: 'name a VPC of "audit", or move the VPC there',
      },
      {
        path: 'network.ingress.vpc',
        on: 'vpc: perimeter',
        message: 'the VPC "perimeter" belongs to the account "network", not to that of the hub',
        remedy: 'name a VPC of "audit", or move the VPC there',
      },
      {
        path: 'network.ingress.certificateArn',
        on: 'certificateArn:',
        message: 'the certificate belongs to the account 200000000004, not 200000000003',
        remedy: /^request the certificate in the home region/,
      },
    ],
  },
  {
    name: 'an inspection VPC that does not exist',
    changes: [['inspection:\n    vpc: inspection', 'inspection:\n    vpc: inspect']],
    problems: [
      {
        path: 'network.inspection.vpc',
        on: 'vpc: inspect',
        message: 'there is no VPC named "inspect": did you mean "inspection"?',
        remedy: 'write "inspection"',
      },
    ],
  },
  {
    name: 'an inspection VPC without an inspection zone',
    changes: [['inspection:\n    vpc: inspection', 'inspection:\n    vpc: perimeter']],
    problems: [
      {
        path: 'network.inspection.vpc',
        on: 'vpc: perimeter',
        message: 'the VPC "perimeter" has no zone inspection',
        remedy: 'add the zone to the VPC, or name another VPC',
      },
    ],
  },
  {
    name: 'an ingress in a VPC that the internet does not reach',
    changes: [['        internetGateway: true\n', '']],
    problems: [
      {
        path: 'network.ingress.vpc',
        on: 'vpc: perimeter',
        message: 'the VPC "perimeter" has no internet gateway, so that nothing reaches its load balancer',
        remedy: 'name the VPC that faces the internet, or set internetGateway: true on this one',
      },
      {
        path: 'network.flows[0].to',
        on: 'to: perimeter/internet-dmz',
        message: 'flow "internet-to-dmz" leads from the internet, but the VPC "perimeter" has no internet gateway',
        remedy: 'publish the service through network.ingress, and let the flow end at its zone',
      },
    ],
  },
  {
    name: 'a publication of an account that does not exist',
    changes: [['account: portal-prod, workload: portal', 'account: portal-prd, workload: portal']],
    problems: [
      {
        path: 'network.ingress.publish[0].account',
        on: 'account: portal-prd',
        message: 'there is no account named "portal-prd": did you mean "portal-prod"?',
        remedy: 'write "portal-prod"',
      },
    ],
  },
  {
    name: 'a publication of a workload that does not exist',
    changes: [['account: portal-prod, workload: portal', 'account: portal-prod, workload: website']],
    problems: [
      {
        path: 'network.ingress.publish[0].workload',
        on: 'workload: website',
        message: 'there is no workload of "portal-prod" named "website"',
        remedy: 'correct the name, or add a workload of "portal-prod" named "website"',
      },
    ],
  },
  {
    name: 'a publication of a database',
    changes: [['account: portal-prod, workload: portal', 'account: portal-prod, workload: portal-db']],
    problems: [
      {
        path: 'network.ingress.publish[0].workload',
        on: 'workload: portal-db',
        message: '"portal-db" of "portal-prod" is a postgres, which cannot be published',
        remedy: 'name the web service that stands in front of it',
      },
    ],
  },
  {
    name: 'a route to a VPC that does not exist, and to one that is not attached',
    changes: [
      [
        '- { cidr: 192.168.0.0/16, blackhole: true }',
        '- { cidr: 192.168.0.0/16, vpc: museum }\n          - { cidr: 10.64.48.0/20, vpc: trial }',
      ],
    ],
    problems: [
      {
        path: 'network.hub.routeTables[1].routes[0].vpc',
        on: 'vpc: museum',
        message: 'there is no VPC named "museum"',
        remedy: 'correct the name, or add a VPC named "museum"',
      },
      {
        path: 'network.hub.routeTables[1].routes[1].vpc',
        on: 'vpc: trial',
        message: 'the route table "inspected" sends 10.64.48.0/20 to the VPC "trial", which is not attached to the hub',
        remedy: 'add an attachment to the VPC, or correct the route',
      },
    ],
  },
]);

const PUBLISH = '    publish:\n      - { hostname';
const SERVICES = 'interfaceEndpoints: [ecr.api, ecr.dkr, logs, s3, secretsmanager]';
const ENDPOINTS: readonly Change[] = [
  ['propagate: [inspected] # perimeter', `propagate: [inspected]\n        ${SERVICES}`],
  [
    'internet-dmz: [10.64.0.0/24, 10.64.1.0/24]',
    'internet-dmz: [10.64.0.0/24, 10.64.1.0/24]\n          management: [10.64.2.0/24, 10.64.3.0/24]',
  ],
];
const proxy = (text: string): Change => [PUBLISH, `${text}${PUBLISH}`];

changeCases('the reverse proxy', [
  { name: 'a proxy', changes: [...ENDPOINTS, proxy(PROXY)], problems: [] },
  {
    name: 'a proxy whose tasks cannot start',
    changes: [proxy(PROXY)],
    problems: [
      {
        path: 'accounts[3].vpcs[0].interfaceEndpoints',
        on: 'name: perimeter',
        message:
          'the reverse proxy of the way in calls ecr.api, ecr.dkr, s3, logs, secretsmanager, for which its VPC has no interface endpoint',
        remedy: /^add ecr.api, ecr.dkr, s3, logs, secretsmanager to interfaceEndpoints/,
      },
    ],
  },
  {
    name: 'an image and a secret of other accounts',
    changes: [
      ...ENDPOINTS,
      proxy(`${PROXY.replace('0012.dkr', '0009.dkr').replace('0004:secret', '0003:secret')}      maxCount: 3\n`),
    ],
    problems: [
      {
        path: 'network.ingress.proxy.image',
        on: 'image: 200000000009.dkr',
        message: 'the image of "proxy" is of the account 200000000009, which is not in this landing zone',
        remedy: /^copy the image to a registry of the organisation/,
      },
      {
        path: 'network.ingress.proxy.certificateSecretArn',
        on: 'certificateSecretArn:',
        message: 'the secret belongs to the account 200000000003, not 200000000004',
        remedy: /^store the secret in the home region/,
      },
    ],
  },
  {
    name: 'an image by its tag, and fewer tasks under load',
    changes: [...ENDPOINTS, proxy(`${PROXY.replace(/@sha256:a+/, ':1.31')}      desiredCount: 4\n      maxCount: 3\n`)],
    problems: [
      {
        path: 'network.ingress.proxy.image',
        on: 'image: 200000000012.dkr',
        message: /expected an image of Envoy in a registry of the organisation, by its digest$/,
        remedy: /./,
      },
      {
        path: 'network.ingress.proxy.maxCount',
        on: 'maxCount: 3',
        message: 'found the number 3, expected at least desiredCount',
        remedy: /./,
      },
    ],
  },
]);
