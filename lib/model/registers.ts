import { z } from 'zod';
import { PROTOCOLS } from './protocol';

/**
 * The registers: what the central team declared and approved. Constructs repeat what they were told under
 * `Metadata.Lionrock` of their template by these same schemas: a claim, which counts only when the register agrees.
 */

/** Date without time, as in registers: 2027-03-31. The day itself is included. */
export const isoDate = z.iso.date('expected a day such as 2027-03-31').describe('A day, as YYYY-MM-DD; included.');

export const portRange = z
  .union([
    z.int().min(0).max(65535),
    z.string().regex(/^\d{1,5}-\d{1,5}$/, 'expected a range of ports such as "8000-8010"'),
  ])
  .describe('A port (443) or a range ("8000-8010").');

/** Name of a host, or of a domain and all below it: `api.example.com`, `.example.com`. Lower case. */
export const domainName = z
  .string()
  .regex(
    /^(?=.{4,254}$)\.?([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63}$/,
    'expected a name in lower case such as api.example.com, or .example.com for all below it',
  )
  .meta({ examples: ['api.example.com', '.example.com'] });

export const flowSchema = z
  .strictObject({
    id: z
      .string()
      .regex(
        /^[a-z][a-z0-9-]{1,62}$/,
        'expected 2 to 63 lower-case letters, digits or hyphens, beginning with a letter',
      )
      .describe('Stable name of the flow, lower case with hyphens.'),
    from: z.string().min(1).describe('`internet`, a zone, or VPC/zone.'),
    to: z.string().min(1).describe('`internet`, a zone, or VPC/zone.'),
    protocol: z.enum(PROTOCOLS).default('tcp').describe('Transport protocol.'),
    ports: z.array(portRange).default([]).describe('Destination ports; empty for icmp and all.'),
    reason: z.string().min(10).describe('Why this traffic is needed, for the reviewer.'),
    ticket: z
      .string()
      .min(1)
      .optional()
      .describe('Reference of the approval.')
      .meta({ examples: ['NET-0001'] }),
    expires: isoDate.optional().describe('Last day on which the flow is allowed.'),
    domains: z
      .array(domainName)
      .min(1)
      .optional()
      .describe('Names that a flow to the internet may reach: the firewall at the hub passes no others.'),
  })
  .describe('A declared, reasoned permission between two zones.');
export type Flow = z.infer<typeof flowSchema>;

/** Where personal data may go under the GBA Standard Contract: its nine Mainland cities, and Hong Kong. */
export const GBA_PLACES = [
  'Hong Kong',
  'Guangzhou',
  'Shenzhen',
  'Zhuhai',
  'Foshan',
  'Huizhou',
  'Dongguan',
  'Zhongshan',
  'Jiangmen',
  'Zhaoqing',
] as const;

export const gbaContractSchema = z
  .strictObject({
    filing: z
      .string()
      .min(1)
      .describe('Reference of the filing.')
      .meta({ examples: ['GBA-SC-0001'] }),
    filed: isoDate.describe('Day of the filing.'),
    effective: isoDate.describe('Day on which the contract takes effect.'),
    destinations: z
      .array(z.enum(GBA_PLACES))
      .min(1)
      .describe('Where the contract lets the data go.')
      .meta({ examples: [['Shenzhen']] }),
  })
  .describe('Standard Contract for the cross-boundary flow of personal information within the Greater Bay Area.');

export const transferSchema = z
  .strictObject({
    id: z
      .string()
      .regex(
        /^[a-z][a-z0-9-]{1,62}$/,
        'expected 2 to 63 lower-case letters, digits or hyphens, beginning with a letter',
      )
      .describe('Stable name of the transfer, lower case with hyphens.'),
    data: z.string().min(3).describe('What is moved.'),
    classification: z.string().describe('Classification of what is moved.'),
    from: z.string().describe('Region or jurisdiction of origin.'),
    to: z
      .string()
      .describe(
        'Region, host or place of destination, in the words of `prove residency`: `edge locations`, `the internet`.',
      ),
    mechanism: z.string().describe('How it is moved: names the AWS service or resource type, e.g. S3 replication.'),
    legalBasis: z.string().describe('For example B/D consent.'),
    standardContract: gbaContractSchema.optional(),
    approver: z.string().describe('Role of the approver.'),
    start: isoDate.describe('First day on which the transfer is allowed.'),
    expires: isoDate.describe('Last day on which the transfer is allowed.'),
    review: isoDate
      .optional()
      .describe('Day by which the approver looks at it again; after it the gate says so. Without one, the last day.'),
  })
  .describe('A declared, approved, expiring movement of data across the boundary.');
export type Transfer = z.infer<typeof transferSchema>;

export const landingZoneMarkerSchema = z
  .strictObject({
    landingZone: z.string().describe('Name of the landing zone.'),
    profile: z.string(),
    deploymentModel: z.string(),
    account: z.string().describe('Name of the account in the config.'),
    classification: z.string().describe('Highest classification that the account holds.'),
    personalData: z.boolean(),
    systemTier: z.int().min(1).max(3),
    capability: z.string().describe('What the stack provides: network, logging, …'),
  })
  .describe('Marks a template as part of a landing zone.');
export type LandingZoneMarker = z.infer<typeof landingZoneMarkerSchema>;

/** `Metadata.Lionrock` of a template. */
export const claimsSchema = z.strictObject({
  marker: landingZoneMarkerSchema.optional(),
  flows: z.array(flowSchema).optional(),
  transfers: z.array(transferSchema).optional(),
});
export type Claims = z.infer<typeof claimsSchema>;

/** Key under `Metadata` of a template where claims stand. */
export const CLAIMS_METADATA_KEY = 'Lionrock';
