import { z } from 'zod';

const level = z
  .string()
  .min(1)
  .meta({ examples: ['CONTROLLED'] });

const days = z
  .int()
  .min(1)
  .optional()
  .meta({ examples: [400] });

const zone = z
  .strictObject({
    name: z
      .string()
      .regex(/^[a-z][a-z0-9-]{1,31}$/, 'expected 2 to 32 lower-case letters, digits or hyphens')
      .describe('Name of the zone.')
      .meta({ examples: ['application'] }),
    title: z
      .string()
      .min(1)
      .describe('The name in words.')
      .meta({ examples: ['Application'] }),
    trust: z.int().min(1).max(99).describe('Trust level, the untrusted lowest.'),
    internetFacing: z.boolean().default(false).describe('Whether its subnets may route to an internet gateway.'),
  })
  .describe('A network segment with one trust level.');

/**
 * A profile of an organisation's own: a built-in one with what its sources do not state filled in, or made stricter.
 * The one declaration for the config's `profiles` and for profile files.
 */
export const profileExtensionSchema = z
  .strictObject({
    id: z
      .string()
      .regex(/^[a-z][a-z0-9-]{1,62}$/, 'expected 2 to 63 lower-case letters, digits or hyphens')
      .describe('Id of the profile, which `profile` names; not that of a built-in one.')
      .meta({ examples: ['agency-high'] }),
    extends: z
      .string()
      .describe('Id of the built-in profile.')
      .meta({ examples: ['us-fedramp-high'] }),
    title: z
      .string()
      .min(1)
      .optional()
      .describe('Name of the jurisdiction in words.')
      .meta({ examples: ['Example Agency'] }),
    source: z
      .string()
      .min(5)
      .describe('Document in which the organisation states this; printed as the source of each fact.')
      .meta({ examples: ['Agency security policy 4.2'] }),
    regions: z
      .array(z.string().meta({ examples: ['us-gov-west-1'] }))
      .min(1)
      .optional()
      .describe('Fewer regions than the profile’s.'),
    levels: z
      .array(level)
      .min(1)
      .optional()
      .describe('Classification levels, the least sensitive first, where the profile states none.'),
    ceilings: z
      .strictObject({
        public: level.optional().describe('Highest level in the deployment model public.'),
        'outsourced-private': level.optional().describe('Highest level in the deployment model outsourced-private.'),
        'in-house-private': level.optional().describe('Highest level in the deployment model in-house-private.'),
      })
      .optional()
      .describe('Highest level for each deployment model: not stated by the profile, or lower than it states.'),
    personalDataLevel: level
      .optional()
      .describe('Lowest level of personal data: not stated by the profile, or higher than it states.'),
    zones: z
      .array(zone)
      .min(1)
      .optional()
      .describe(
        'The zone model where the profile states none; else zones beside it, none of which faces the internet.',
      ),
    retentionDays: z
      .strictObject({
        infrastructure: days.describe('Firewall, web server, remote access and authentication logs.'),
        application: days.describe('E-mail, database and internet access logs.'),
        security: days.describe('Intrusion detection and anti-virus logs.'),
        host: days.describe('Logs of hosts.'),
      })
      .optional()
      .describe('Least days to keep logs: not stated by the profile, or longer than it states.'),
    waiverDays: z
      .strictObject({
        critical: days.describe('For findings that are critical.'),
        high: days.describe('For findings of high severity.'),
        medium: days.describe('For findings of medium severity.'),
        low: days.describe('For findings of low severity.'),
      })
      .optional()
      .describe('Longest life of a waiver in days, by the severity of what it waives; not longer than the profile’s.'),
    timeZone: z
      .string()
      .refine(isTimeZone, 'expected a time zone such as Asia/Hong_Kong')
      .optional()
      .describe('Where days begin and end.')
      .meta({ examples: ['Asia/Hong_Kong'] }),
    notes: z.array(z.string()).default([]).describe('What readers of the profile should know besides.'),
  })
  .describe('A profile of your own, over a built-in one: it fills in what that does not state, or is stricter.')
  .meta({
    examples: [
      {
        id: 'agency-high',
        extends: 'us-fedramp-high',
        source: 'Agency security policy 4.2',
        levels: ['PUBLIC', 'CONTROLLED'],
        ceilings: { public: 'CONTROLLED' },
        retentionDays: { infrastructure: 400, application: 400 },
      },
    ],
  });
export type ProfileExtension = z.infer<typeof profileExtensionSchema>;

function isTimeZone(text: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: text }) instanceof Intl.DateTimeFormat;
  } catch {
    return false;
  }
}
