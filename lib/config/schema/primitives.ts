import { z } from 'zod';
import { parseCidr } from '../../model';
import { isWanted } from './wanted';

/** Lower-case name with hyphens, as used in stage, stack and resource names. */
export const slug = z
  .string()
  .regex(/^[a-z][a-z0-9-]{1,31}$/, 'expected 2 to 32 lower-case letters, digits or hyphens, beginning with a letter')
  .meta({ examples: ['e-services'] });

export const accountId = z
  .string()
  .regex(/^\d{12}$/, 'expected 12 digits in quotes')
  .meta({ examples: ['110000000011'] });

export const cidr = z
  .string()
  .refine((text) => parseCidr(text) !== undefined, {
    error: ({ input }) =>
      isWanted(input)
        ? 'expected an address block; `lionrock allocate` enters a free one'
        : 'expected an address block such as 10.64.0.0/20, with no bits set after the prefix',
  })
  .meta({ examples: ['10.64.0.0/20'] });

/** IPv6 addresses of a VPC. */
export const ipv6Choice = z
  .string()
  .refine((text) => text === 'amazon' || parseCidr(text)?.family === 6, {
    error: ({ input }) =>
      isWanted(input)
        ? 'expected an IPv6 block; `lionrock allocate` enters a free one'
        : 'expected `amazon`, or an IPv6 block such as fd12:3456:789a:2000::/56',
  })
  .meta({ examples: ['fd12:3456:789a:2000::/56'] });

export const ipv6Cidr = z
  .string()
  .refine((text) => parseCidr(text)?.family === 6, 'expected an IPv6 block such as fd12:3456:789a::/48')
  .meta({ examples: ['fd12:3456:789a::/48'] });

/** Subnets, one for each availability zone. */
export const subnetList = z
  .array(cidr, {
    error: ({ input }) =>
      isWanted(input) ? 'expected a list of address blocks; `lionrock allocate` enters free ones' : undefined,
  })
  .min(1);

export const email = z.email('expected an e-mail address').meta({ examples: ['owner@e-services.example.gov.hk'] });

export const arn = z
  .string()
  .regex(
    /^arn:[^:]+:[^:]+:[^:]*:[^:]*:.+$/,
    'expected an ARN, in the form arn:partition:service:region:account:resource',
  )
  .meta({ examples: ['arn:aws:iam::110000000001:role/break-glass-officer'] });

export const certificateArn = arn.meta({
  examples: ['arn:aws:acm:ap-east-1:110000000011:certificate/00000000-0000-4000-8000-000000000000'],
});

export const secretArn = z
  .string()
  .regex(/^arn:[^:]+:secretsmanager:[^:]+:\d{12}:secret:.+-[A-Za-z0-9]{6}$/, 'expected the complete ARN of a secret');

export const policyTarget = z
  .string()
  .min(1)
  .describe('Name or path of an organisational unit, `Root`, or name of an account.')
  .meta({ examples: ['Security'] });
