import { z } from 'zod';
import { flowSchema } from '../../model';
import { egressSchema, governmentSchema, inspectionSchema, namesSchema } from './hub-services';
import { certificateArn, cidr, ipv6Choice, ipv6Cidr, secretArn, slug, subnetList } from './primitives';

const attachment = z
  .strictObject({
    subnets: subnetList.describe(
      'Small subnets of their own for the attachment, one for each availability zone (/28).',
    ),
    associate: slug
      .describe('Route table of the hub that decides where traffic from this VPC goes.')
      .meta({ examples: ['spokes'] }),
    propagate: z
      .array(slug.meta({ examples: ['inspected'] }))
      .default([])
      .describe('Route tables of the hub that learn the way back to this VPC.'),
  })
  .describe('How the VPC is attached to the hub.');

export const vpcSchema = z
  .strictObject({
    name: slug
      .optional()
      .describe('Name of the VPC; the account’s name when absent.')
      .meta({ examples: ['perimeter'] }),
    cidr: cidr.describe('Address block of the VPC; `auto/21` until `lionrock allocate` enters a free one.'),
    ipv6: ipv6Choice
      .optional()
      .describe(
        'IPv6 beside IPv4: a block of `network.ipv6`, by which the hub leads too, or `amazon` for one of Amazon’s, which stays in the VPC; without it IPv4 alone.',
      ),
    internetGateway: z.boolean().default(false).describe('True for the one VPC that faces the internet.'),
    zones: z
      .record(z.string(), subnetList)
      .describe(
        'Zones of the profile’s zone model, each with one subnet for each availability zone, in order; or `auto`, as `cidr`.',
      ),
    attachment: attachment.optional(),
    interfaceEndpoints: z
      .array(
        z
          .string()
          .regex(/^[a-z0-9.-]+$/, 'expected the name of an AWS service in lower case, such as ecr.api')
          .meta({ examples: ['logs'] }),
      )
      .default([])
      .describe('AWS services reached through interface endpoints, for example `logs`, `kms`, `ecr.api`.'),
    endpointZone: z.string().default('management').describe('Zone in which the interface endpoints stand.'),
    flows: z.array(flowSchema).default([]).describe('Flows between zones of this VPC, and out of it.'),
  })
  .describe('A network of zones.');
export type VpcConfig = z.infer<typeof vpcSchema>;

const hubRoute = z
  .strictObject({
    cidr: cidr.describe('Block of destination addresses.'),
    vpc: slug
      .optional()
      .describe('Name of the attached VPC to which this block is sent; `firewall` for one that stands at the hub.')
      .meta({ examples: ['inspection'] }),
    blackhole: z.literal(true).optional().describe('Drop what goes to this block.'),
  })
  .refine(
    (route) => (route.vpc === undefined) !== (route.blackhole === undefined),
    'expected either `vpc` or `blackhole: true`',
  )
  .describe('A static route of the hub: to a VPC, or nowhere.')
  .meta({ examples: [{ cidr: '192.168.0.0/16', blackhole: true }] });

const routeTable = z
  .strictObject({
    name: slug.describe('Name of the route table.').meta({ examples: ['spokes'] }),
    routes: z.array(hubRoute).default([]).describe('Routes beside those that attachments propagate.'),
  })
  .describe('A route table of the hub.');

const publication = z
  .strictObject({
    hostname: z
      .string()
      .regex(/^[a-z0-9.-]+\.[a-z]{2,}$/, 'expected a host name in lower case, such as www.example.gov.hk')
      .describe('Public host name.')
      .meta({ examples: ['www.e-services.example.gov.hk'] }),
    account: slug.describe('Account of the workload.').meta({ examples: ['e-services-prod'] }),
    workload: slug.describe('Name of a web-service workload.').meta({ examples: ['portal'] }),
  })
  .describe('A web service that the internet may reach.');

const country = z
  .string()
  .regex(/^[A-Z]{2}$/, 'expected two capital letters, such as HK')
  .meta({ examples: ['HK'] });

const countries = z
  .strictObject({
    allow: z.array(country).min(1).optional().describe('Requests of these countries alone.'),
    block: z.array(country).min(1).optional().describe('No requests of these countries.'),
  })
  .refine((list) => (list.allow === undefined) !== (list.block === undefined), 'expected either `allow` or `block`')
  .describe('Countries whose requests are taken, or refused; all when absent.')
  .meta({ examples: [{ block: ['XX'] }] });

const proxySchema = z
  .strictObject({
    image: z
      .string()
      .regex(/@sha256:[0-9a-f]{64}$/, 'expected an image of Envoy in a registry of the organisation, by its digest')
      .describe('Image of Envoy, 1.27 or later, in a private registry of the organisation, by its digest.')
      .meta({
        examples: [
          '110000000005.dkr.ecr.ap-east-1.amazonaws.com/envoy@sha256:0000000000000000000000000000000000000000000000000000000000000000',
        ],
      }),
    certificateSecretArn: secretArn
      .describe(
        'Secret of the hub’s account, under its key for secrets, with `certificate` and `privateKey` as PEM: by them the proxy ends the load balancer’s TLS.',
      )
      .meta({ examples: ['arn:aws:secretsmanager:ap-east-1:110000000004:secret:proxy/tls-AbCdEf'] }),
    desiredCount: z.int().min(2).default(2).describe('Tasks kept running, spread over the availability zones.'),
    maxCount: z
      .int()
      .min(2)
      .optional()
      .describe('Most tasks under load; three times `desiredCount` when absent.')
      .meta({ examples: [6] }),
  })
  .refine(({ desiredCount, maxCount = desiredCount }) => maxCount >= desiredCount, {
    message: 'expected at least desiredCount',
    path: ['maxCount'],
  })
  .describe(
    'Reverse proxy between the load balancer and everything inside; without it the load balancer connects to services itself.',
  );

const ingressSchema = z
  .strictObject({
    vpc: slug.describe('VPC whose internet-dmz zone holds the public load balancer.').meta({ examples: ['perimeter'] }),
    certificateArn: certificateArn.describe('ACM certificate of the public listener, in the home region.'),
    requestsPerFiveMinutes: z
      .int()
      .min(100)
      .default(2000)
      .describe('Requests from one address in five minutes before it is blocked.'),
    publish: z.array(publication).default([]).describe('What is reachable from the internet, and under which name.'),
    countries: countries.optional(),
    proxy: proxySchema.optional(),
  })
  .describe('The one way in from the internet.');

export const networkSchema = z
  .strictObject({
    addressSpace: z.array(cidr).min(1).describe('The blocks from which all VPCs are cut.'),
    addressPools: z
      .boolean()
      .default(false)
      .describe(
        'Keep the addresses in pools of IPAM, by region, environment and department; each address in use is charged.',
      ),
    ipv6: z
      .strictObject({
        ipamPoolId: z
          .string()
          .regex(/^ipam-pool-[0-9a-f]+$/, 'expected the id of a pool of IPAM, such as ipam-pool-0123456789abcdef0')
          .describe(
            'Pool of IPAM from which the stated blocks are, shared with the accounts of their VPCs; of the private scope, of Amazon’s addresses, or of addresses brought along.',
          ),
        addressSpace: z
          .array(ipv6Cidr)
          .min(1)
          .describe('The IPv6 blocks from which all VPCs are cut; private ones (fd00::/8) no internet routes.'),
        internet: z
          .boolean()
          .default(true)
          .describe(
            'Whether the internet routes those of the blocks that are of 2000::/3; false for a pool of the private scope, or one that is not advertised.',
          ),
      })
      .optional()
      .describe('IPv6 of the network, for the VPCs that state a block of it.'),
    networkAclRuleQuota: z
      .int()
      .min(20)
      .max(40)
      .default(20)
      .describe('Rules of a network ACL for each direction, as agreed with AWS.'),
    hub: z
      .strictObject({
        account: slug.describe('Account that owns the transit gateway.').meta({ examples: ['network'] }),
        asn: z.int().min(64512).max(4294967294).default(64512).describe('Private autonomous system number.'),
        routeTables: z
          .array(routeTable)
          .min(1)
          .describe('Route tables by trust level; nothing is associated or propagated by default.'),
        routingStacks: z
          .int()
          .min(1)
          .max(20)
          .default(1)
          .describe(
            'Stacks over which the routes of other accounts’ VPCs are spread by name, four for 200 departments; a change moves routes and interrupts them.',
          ),
      })
      .describe('The transit gateway in the middle.'),
    inspection: inspectionSchema,
    egress: egressSchema.optional(),
    ingress: ingressSchema.optional(),
    furtherIngresses: z
      .array(
        ingressSchema
          .extend({
            name: slug.describe('Name of the ingress; a change replaces it.').meta({ examples: ['payments'] }),
          })
          .describe('A way in with a load balancer, certificate and proxy of its own.'),
      )
      .default([])
      .describe('Ways in beside `ingress`, for more hosts than one load balancer and one proxy hold.'),
    government: governmentSchema.optional(),
    names: namesSchema.optional(),
    flows: z.array(flowSchema).default([]).describe('Flows between VPCs, as VPC/zone, or from `internet`.'),
  })
  .describe('Address plan, hub, inspection, ingress and the flows between VPCs.');
