import { changeCases } from '../support/change';

changeCases('flows', [
  {
    name: 'a zone that the VPC does not have',
    changes: [['from: application # database', 'from: aplication # database']],
    problems: [
      {
        path: 'accounts[4].vpcs[0].flows[1].from',
        on: 'from: aplication',
        message: 'there is no zone in the VPC "portal-prod" named "aplication": did you mean "application"?',
        remedy: 'write "application"',
      },
    ],
  },
  {
    name: 'a VPC that does not exist',
    changes: [['to: portal-prod/application', 'to: website/application']],
    problems: [
      {
        path: 'network.flows[1].to',
        on: 'to: website/application',
        message: 'there is no VPC named "website"',
        remedy: 'correct the name, or add a VPC named "website"',
      },
    ],
  },
  {
    name: 'a zone without its VPC between VPCs',
    changes: [['to: portal-prod/application', 'to: application # bare']],
    problems: [
      {
        path: 'network.flows[1].to',
        on: 'to: application # bare',
        message: '"application" does not say which zone of which VPC',
        remedy: 'write the VPC and the zone with one slash between them',
      },
    ],
  },
  {
    name: 'the same zone at both ends',
    changes: [['from: application # database', 'from: data # database']],
    problems: [
      {
        path: 'accounts[4].vpcs[0].flows[1].to',
        on: 'to: data',
        message: 'flow "application-to-database" leads from data to itself',
        remedy: 'correct one of the ends, or remove the flow',
      },
    ],
  },
  {
    name: 'a flow of a VPC that does not touch it',
    changes: [
      ['from: application # database', 'from: perimeter/internet-dmz # database'],
      ['to: data\n', 'to: inspection/inspection\n'],
    ],
    problems: [
      {
        path: 'accounts[4].vpcs[0].flows[1].from',
        on: '# database',
        message: 'flow "application-to-database" has no end in the VPC "portal-prod"',
        remedy: 'move the flow to network.flows',
      },
    ],
  },
  {
    name: 'a flow of a VPC that leads to another',
    changes: [['from: application # database', 'from: perimeter/internet-dmz # database']],
    problems: [
      {
        path: 'accounts[4].vpcs[0].flows[1].from',
        on: '# database',
        message: 'flow "application-to-database" leads out of the VPC "portal-prod" to another',
        remedy: 'move the flow to network.flows',
      },
    ],
  },
  {
    name: 'a flow to a VPC that is not attached',
    changes: [['to: portal-prod/application', 'to: trial/application']],
    problems: [
      {
        path: 'network.flows[1].to',
        on: 'to: trial/application',
        message: 'flow "dmz-to-portal" crosses VPCs, but the VPC "trial" is not attached to the hub',
        remedy: 'add an attachment to the VPC "trial", or remove the flow',
      },
    ],
  },
  {
    name: 'the internet straight into an inner zone',
    changes: [['to: perimeter/internet-dmz', 'to: portal-prod/data']],
    problems: [
      {
        path: 'network.flows[0].to',
        on: 'to: portal-prod/data',
        message: 'flow "internet-to-dmz" leads from the internet, but the zone data may not face the internet',
        remedy: 'publish the service through network.ingress, and let the flow end at its zone',
      },
    ],
  },
  {
    name: 'a range of ports that runs backwards, and one that goes too far',
    changes: [['ports: [15432]', "ports: ['8010-8000', '9000-70000']"]],
    problems: [
      {
        path: 'accounts[4].vpcs[0].flows[1].ports[0]',
        on: '8010-8000',
        message: 'the port range "8010-8000" runs backwards',
        remedy: 'write "8000-8010"',
      },
      {
        path: 'accounts[4].vpcs[0].flows[1].ports[1]',
        on: '9000-70000',
        message: 'the port range "9000-70000" goes beyond 65535',
        remedy: 'correct the range',
      },
    ],
  },
  {
    name: 'ports of a protocol that has none',
    changes: [['ports: [15432]', 'protocol: icmp\n            ports: [15432]']],
    problems: [
      {
        path: 'accounts[4].vpcs[0].flows[1].ports',
        on: 'ports: [15432]',
        message: 'flow "application-to-database" names ports, which the protocol icmp does not have',
        remedy: 'remove the ports, or set the protocol to tcp or udp',
      },
    ],
  },
  {
    name: 'tcp without a port',
    changes: [['            ports: [15432]\n', '']],
    problems: [
      {
        path: 'accounts[4].vpcs[0].flows[1].ports',
        on: '- id: application-to-database',
        message: 'flow "application-to-database" (tcp) names no port',
        remedy: 'add the ports that are needed',
      },
    ],
  },
]);
