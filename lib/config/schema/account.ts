import { z } from 'zod';
import { SYSTEM_TIERS } from '../../model';
import { keyStoreSchema } from './key-store';
import { vpcSchema } from './network';
import { accountId, email, slug } from './primitives';
import { workloadSchema } from './workload';

const ACCOUNT_ROLES = ['management', 'log-archive', 'audit', 'network', 'shared-services', 'workload'] as const;

const holdings = z
  .strictObject({
    classification: z
      .string()
      .describe('Highest classification of the information in the account, by the profile’s scheme.')
      .meta({ examples: ['UNCLASSIFIED'] }),
    personalData: z.boolean().describe('True when it holds personal data.'),
    description: z
      .string()
      .min(10)
      .describe('What the account holds, for the reviewer.')
      .meta({ examples: ['Public information on government services'] }),
  })
  .describe('What the account may hold; held against the ceiling of the deployment model.');

export const accountSchema = z
  .strictObject({
    name: slug
      .describe('Name of the account; also of its stage in the assembly.')
      .meta({ examples: ['e-services-prod'] }),
    id: accountId.describe('12-digit account id.'),
    unit: z.string().default('Root').describe('Path of its organisational unit, for example `Security/Production`.'),
    role: z.enum(ACCOUNT_ROLES).default('workload').describe('What the account is for.'),
    department: slug.describe('Department (B/D) that owns the account.'),
    environment: z
      .enum(['production', 'non-production'])
      .default('production')
      .describe('Stage of life of what it runs.'),
    email: email
      .optional()
      .describe(
        'Mailbox of the account’s root user, one that no other account has; needed where the account is to be made.',
      ),
    owner: email.describe('Mailbox of the owner.'),
    systemTier: z
      .union(SYSTEM_TIERS.map((tier) => z.literal(tier)))
      .default(1)
      .describe('How critical its systems are: 1, 2 or 3 (G3 7.2(b)).'),
    holds: holdings,
    vpcs: z.array(vpcSchema).default([]).describe('Networks of the account.'),
    keys: z
      .array(slug.meta({ examples: ['data'] }))
      .default(['data', 'logs', 'secrets'])
      .describe('Purposes for which the department gets a key of its own.'),
    importedKeys: z
      .array(slug.meta({ examples: ['data'] }))
      .default([])
      .describe(
        'Those of `keys` whose material the department makes itself and imports; where the profile asks for it, `data` always is, unless it is in the key store.',
      ),
    keyStore: keyStoreSchema.optional(),
    signingKeys: z
      .array(slug.meta({ examples: ['licences'] }))
      .default([])
      .describe('Purposes for which the department gets a key that signs what others verify.'),
    macKeys: z
      .array(slug.meta({ examples: ['tokens'] }))
      .default([])
      .describe('Purposes for which the department gets a key that makes and verifies codes of messages.'),
    workloads: z.array(workloadSchema).default([]).describe('What stands in the account.'),
  })
  .describe('An AWS account of the organisation; it must exist.');
export type AccountConfig = z.infer<typeof accountSchema>;
