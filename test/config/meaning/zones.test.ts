import { changeCases } from '../support/change';

changeCases('zones', [
  {
    name: 'a zone that the profile does not know',
    changes: [
      ['management: [10.64.40.0/24', 'managment: [10.64.40.0/24'],
      ['interfaceEndpoints:', 'endpointZone: data\n        interfaceEndpoints:'],
      ['to: management', 'to: data # services'],
    ],
    problems: [
      {
        path: 'accounts[4].vpcs[0].zones.managment',
        on: 'managment: [10.64.40.0/24',
        message: 'there is no zone of the profile hk-s17 named "managment": did you mean "management"?',
        found: 'the zone "managment"',
        remedy: 'write "management"',
      },
    ],
  },
  {
    name: 'a zone that is near to none',
    changes: [['application: [10.64.48.0/24', 'laboratory: [10.64.48.0/24']],
    problems: [
      {
        path: 'accounts[5].vpcs[0].zones.laboratory',
        on: 'laboratory:',
        message: 'there is no zone of the profile hk-s17 named "laboratory"',
        expected:
          'the name of a zone of the profile hk-s17: internet-dmz, government-dmz, inspection, application, management or data',
        remedy: 'use a zone of the profile',
      },
    ],
  },
  {
    name: 'an internet gateway without a zone that faces the internet, in a second VPC',
    changes: [['- cidr: 10.64.48.0/20', '- cidr: 10.64.48.0/20\n        internetGateway: true # trial']],
    problems: [
      {
        path: 'accounts[5].vpcs[0].internetGateway',
        on: 'internetGateway: true # trial',
        message: 'the VPC of account "trial" has an internet gateway but no zone that may face the internet',
        remedy: 'remove internetGateway, or add the zone internet-dmz',
      },
      {
        path: 'accounts[5].vpcs[0].internetGateway',
        on: 'internetGateway: true # trial',
        message: 'the VPC of account "trial" is a second VPC that faces the internet',
        remedy: 'remove internetGateway, and publish through network.ingress',
        related: ['accounts[3].vpcs[0].internetGateway'],
      },
    ],
  },
  {
    name: 'endpoints in a zone that the VPC does not have',
    changes: [['interfaceEndpoints:', 'endpointZone: inspection\n        interfaceEndpoints:']],
    problems: [
      {
        path: 'accounts[4].vpcs[0].endpointZone',
        on: 'endpointZone: inspection',
        message: 'there is no zone of this VPC named "inspection"',
        remedy: 'correct the name, or add a zone of this VPC named "inspection"',
      },
    ],
  },
  {
    name: 'endpoints in a zone that faces the internet',
    changes: [
      [
        'internetGateway: true',
        'internetGateway: true\n        interfaceEndpoints: [logs]\n        endpointZone: internet-dmz',
      ],
    ],
    problems: [
      {
        path: 'accounts[3].vpcs[0].endpointZone',
        on: 'endpointZone: internet-dmz',
        message: 'the interface endpoints stand in the zone "internet-dmz", which faces the internet',
        remedy: 'set endpointZone to an inner zone, such as management',
      },
    ],
  },
]);
