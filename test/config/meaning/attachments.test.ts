import { changeCases } from '../support/change';

changeCases('attachments', [
  {
    name: 'a route table that the hub does not have',
    changes: [['associate: spokes # portal', 'associate: spoke # portal']],
    problems: [
      {
        path: 'accounts[4].vpcs[0].attachment.associate',
        on: 'associate: spoke # portal',
        message: 'there is no route table of the hub named "spoke": did you mean "spokes"?',
        remedy: 'write "spokes"',
      },
    ],
  },
  {
    name: 'no route back at all',
    changes: [['          propagate: [inspected] # portal\n', '']],
    problems: [
      {
        path: 'accounts[4].vpcs[0].attachment.propagate',
        on: 'attachment:',
        message: 'the VPC of account "portal-prod" is attached to the hub, but no route table leads back to it',
        remedy: 'add "inspected" to propagate, or add a static route to the VPC in network.hub.routeTables',
      },
    ],
  },
  {
    name: 'a route back in the wrong table',
    changes: [['propagate: [inspected] # portal', 'propagate: [spokes] # portal']],
    problems: [
      {
        path: 'accounts[4].vpcs[0].attachment.propagate',
        on: 'propagate: [spokes] # portal',
        message:
          'the VPC of account "portal-prod" sends traffic to "inspection" by the route table "spokes", but the way back from there, the route table "inspected", has no route for 10.64.32.0/20',
        remedy: 'add "inspected" to propagate, or add a static route to the VPC in network.hub.routeTables',
      },
    ],
  },
  {
    name: 'a way back that is dropped',
    changes: [
      ['propagate: [inspected] # portal', 'propagate: [spokes] # portal'],
      ['cidr: 192.168.0.0/16', 'cidr: 10.64.32.0/19'],
    ],
    problems: [
      {
        path: 'accounts[4].vpcs[0].attachment.propagate',
        on: 'propagate: [spokes] # portal',
        message: /"inspected", drops 10\.64\.32\.0\/20$/,
        remedy: 'add "inspected" to propagate, or add a static route to the VPC in network.hub.routeTables',
      },
    ],
  },
  {
    name: 'a static route back is as good as a propagated one',
    changes: [
      ['          propagate: [inspected] # portal\n', ''],
      ['- { cidr: 192.168.0.0/16, blackhole: true }', '- { cidr: 10.64.32.0/20, vpc: portal-prod }'],
    ],
    problems: [],
  },
  {
    name: 'an attachment in a sandbox',
    changes: [
      [
        '- cidr: 10.64.48.0/20',
        '- cidr: 10.64.48.0/20\n        attachment: { subnets: [10.64.63.0/28, 10.64.63.16/28], associate: spokes, propagate: [inspected] } # trial',
      ],
    ],
    problems: [
      {
        path: 'accounts[5].vpcs[0].attachment',
        on: '# trial',
        message: 'the VPC of account "trial" is attached to the hub, but the account is for trials (unit Sandbox)',
        remedy: 'remove the attachment, or move the account to another unit',
      },
    ],
  },
]);
