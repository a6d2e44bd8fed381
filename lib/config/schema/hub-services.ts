import { z } from 'zod';
import { domainName } from '../../model';
import { arn, certificateArn, cidr, slug } from './primitives';

/** What routes of the hub call a firewall that stands at the gateway. */
export const HUB_FIREWALL = 'firewall';

const asn = z.int().min(1).max(4294967294).describe('Autonomous system number.');

const ruleFile = z
  .strictObject({
    name: slug.describe('Name of the rule group.').meta({ examples: ['house-rules'] }),
    path: z
      .string()
      .min(1)
      .describe('File of rules in Suricata’s words, relative to the folder of this file; they drop or alert.')
      .meta({ examples: ['firewall/house.rules'] }),
  })
  .describe('Firewall rules of your own.');

const tls = z
  .strictObject({
    certificateAuthorityArn: certificateArn
      .optional()
      .describe('Certificate authority in ACM that clients trust: what leaves is decrypted.'),
    serverCertificateArns: z
      .array(certificateArn)
      .default([])
      .describe('Certificates in ACM of services inside: what comes to them is decrypted.'),
  })
  .refine(
    ({ certificateAuthorityArn, serverCertificateArns }) =>
      certificateAuthorityArn !== undefined || serverCertificateArns.length > 0,
    'expected certificateAuthorityArn or serverCertificateArns',
  )
  .describe('What the firewall decrypts, inspects and encrypts again.')
  .meta({
    examples: [
      {
        serverCertificateArns: ['arn:aws:acm:ap-east-1:110000000004:certificate/00000000-0000-4000-8000-000000000000'],
      },
    ],
  });

export const inspectionSchema = z
  .strictObject({
    vpc: slug
      .optional()
      .describe('VPC whose inspection zone holds the firewall. Either this or `atHub`.')
      .meta({ examples: ['inspection'] }),
    atHub: z
      .strictObject({
        associate: slug
          .describe('Route table of the hub that decides where inspected traffic goes.')
          .meta({ examples: ['inspected'] }),
      })
      .optional()
      .describe('The firewall is attached to the transit gateway itself; routes of the hub call it `firewall`.'),
    managedRuleGroups: z
      .array(
        z
          .string()
          .regex(/^[A-Z]\w+StrictOrder$/, 'expected a group for strict order, such as MalwareDomainsStrictOrder')
          .meta({ examples: ['MalwareDomainsStrictOrder'] }),
      )
      .default([])
      .describe(
        'Rule groups of AWS against threats; `aws network-firewall list-rule-groups --scope MANAGED` lists them.',
      ),
    ruleFiles: z.array(ruleFile).default([]).describe('Rules of your own, before all others.'),
    tls: tls.optional(),
  })
  .refine(
    ({ vpc, atHub }) => (vpc === undefined) !== (atHub === undefined),
    'expected either `vpc` or `atHub`: a firewall stands in one place',
  )
  .describe('Where traffic between VPCs, and to the internet, is inspected.')
  .meta({ examples: [{ vpc: 'inspection' }] });

export const egressSchema = z
  .strictObject({
    vpc: slug
      .describe('VPC with an internet gateway whose internet-dmz zone holds the NAT gateways, and nothing else.')
      .meta({ examples: ['egress'] }),
  })
  .describe('The one way out to the internet: flows to `internet` name the `domains` that they may reach.');

const directConnect = z
  .strictObject({
    gatewayId: z
      .uuid('expected the id of a Direct Connect gateway')
      .optional()
      .describe('Direct Connect gateway that exists; a new one when absent.')
      .meta({ examples: ['5f294f92-bafb-4011-916d-9b0b00000000'] }),
    asn: asn.default(64513).describe('Private autonomous system number of a new gateway.'),
  })
  .describe('A line of its own.')
  .meta({ examples: [{ asn: 64513 }] });

const vpn = z
  .strictObject({
    customerAddress: z
      .ipv4('expected an IPv4 address')
      .describe('Public address of the device on the other side.')
      .meta({ examples: ['203.0.113.10'] }),
    customerAsn: asn.meta({ examples: [65010] }),
    certificateArn: certificateArn
      .optional()
      .describe('Certificate of the device; keys in Secrets Manager when absent.'),
  })
  .describe('Tunnels over the internet.')
  .meta({ examples: [{ customerAddress: '203.0.113.10', customerAsn: 65010 }] });

export const governmentSchema = z
  .strictObject({
    name: slug.default('government-network').describe('What flows call the network of the other side.'),
    routeTable: slug.describe('Route table of the hub that is the line’s alone.').meta({ examples: ['government'] }),
    directConnect: directConnect.optional(),
    vpn: vpn.optional(),
    announced: z.array(cidr).min(1).describe('Blocks of this network that the other side learns.'),
    accepted: z.array(cidr).min(1).describe('Blocks of the other side that are followed, whatever else it announces.'),
  })
  .refine(
    (line) => (line.directConnect === undefined) !== (line.vpn === undefined),
    'expected either `directConnect` or `vpn`',
  )
  .describe('The line to the government’s own network, by Direct Connect or VPN.')
  .meta({
    examples: [
      { routeTable: 'government', directConnect: {}, announced: ['10.64.0.0/21'], accepted: ['10.200.0.0/16'] },
    ],
  });

const exception = z
  .strictObject({
    name: z
      .string()
      .regex(/^[A-Za-z0-9]{2,64}$/, 'expected letters and digits, such as AgentDownloads')
      .describe('Name of the statement.')
      .meta({ examples: ['AgentDownloads'] }),
    actions: z
      .array(
        z
          .string()
          .regex(/^[a-z0-9-]+:\w[\w*]*$/, 'expected an action such as s3:GetObject')
          .meta({ examples: ['s3:GetObject'] }),
      )
      .min(1)
      .describe('What may be done.'),
    resources: z.array(arn).min(1).describe('Resources outside the organisation.'),
    reason: z
      .string()
      .min(10)
      .describe('Why it is needed, for the reviewer.')
      .meta({ examples: ['Agents of AWS are loaded from its buckets'] }),
  })
  .describe('What lies outside the organisation and is needed all the same.');

const forward = z
  .strictObject({
    domain: domainName.describe('Domain, with all below it.').meta({ examples: ['gnet.example.hk'] }),
    servers: z
      .array(z.ipv4('expected an IPv4 address').meta({ examples: ['10.200.0.10'] }))
      .min(1)
      .describe('Its name servers.'),
  })
  .describe('Names that servers of another network know.');

const nameList = z
  .array(
    z
      .string()
      .regex(/^(\*\.)?[a-z0-9_.-]+$/, 'expected a name such as example.com or *.example.com')
      .meta({ examples: ['*.amazonaws.com'] }),
  )
  .default([]);

export const namesSchema = z
  .strictObject({
    vpc: slug
      .describe('VPC in which central endpoints stand and names of other networks are asked.')
      .meta({ examples: ['shared-services'] }),
    zone: z.string().default('management').describe('Zone of that VPC: flows to it are flows to the endpoints.'),
    endpoints: z
      .array(
        z
          .string()
          .regex(/^[a-z0-9.-]+$/, 'expected the name of an AWS service in lower case')
          .meta({ examples: ['monitoring'] }),
      )
      .default([])
      .describe('AWS services that every VPC reaches through the endpoints of this one, by the same names.'),
    exceptions: z
      .array(exception)
      .default([])
      .describe('Exceptions of the data perimeter, in the policies of these endpoints.'),
    allow: nameList.describe('Names that may be looked up, and no others; all names where it is empty.'),
    block: nameList.describe('Names that may not be looked up, whatever is allowed.'),
    managedLists: z
      .array(
        z
          .string()
          .min(1)
          .meta({ examples: ['AWSManagedDomainsMalwareDomainList'] }),
      )
      .default(['AWSManagedDomainsAggregateThreatList'])
      .describe('Lists of bad names that AWS maintains.'),
    forward: z.array(forward).default([]).describe('Names that are asked from servers of other networks.'),
  })
  .describe(
    'What every VPC at the hub knows about names, shared by a Route 53 profile; its DNS firewall fails closed.',
  );
