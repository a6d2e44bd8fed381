import { z } from 'zod';
import { GUARDRAIL_TYPES } from '../../model';
import { pipelinesSchema } from './pipelines';
import { arn, email, policyTarget, slug } from './primitives';

const policy = z
  .strictObject({
    name: slug.describe('Name of the policy.').meta({ examples: ['deny-marketplace'] }),
    type: z.enum(GUARDRAIL_TYPES).default('SERVICE_CONTROL_POLICY').describe('Kind of organisation policy.'),
    description: z
      .string()
      .min(5)
      .max(512)
      .describe('What the policy is for.')
      .meta({ examples: ['Departments buy through the central contract'] }),
    file: z
      .string()
      .optional()
      .describe('JSON file with the document, relative to the folder of this file.')
      .meta({ examples: ['policies/deny-marketplace.json'] }),
    document: z
      .record(z.string(), z.unknown())
      .optional()
      .describe('The document itself; its quota of characters is counted without white space.'),
    targets: z.array(policyTarget).min(1).describe('Where the policy is attached.'),
  })
  .refine(
    (entry) => (entry.file === undefined) !== (entry.document === undefined),
    'expected either `file` or `document`',
  )
  .describe('An organisation policy of your own, beside the generated ones.')
  .meta({
    examples: [
      {
        name: 'deny-marketplace',
        description: 'Departments buy through the central contract',
        file: 'policies/deny-marketplace.json',
        targets: ['Root'],
      },
    ],
  });

export const guardrailsSchema = z
  .strictObject({
    allowedGlobalServices: z
      .array(
        z
          .string()
          .regex(/^[a-z0-9-]+:[A-Za-z0-9*]+$/, 'expected an action such as support:*')
          .meta({ examples: ['support:*'] }),
      )
      .default([])
      .describe('Actions exempted from the region deny in addition to the profile’s, for example `support:*`.'),
    policies: z.array(policy).default([]).describe('Organisation policies of your own.'),
  })
  .prefault({})
  .describe('Organisation policies: the generated ones, and your own.');

const assignment = z
  .strictObject({
    groupId: z
      .string()
      .min(10)
      .describe('Id of the group in the identity store.')
      .meta({ examples: ['90670a1b2c-00000000-0000-0000-0000-000000000001'] }),
    accounts: z
      .array(slug.meta({ examples: ['audit'] }))
      .min(1)
      .describe('Accounts in which the group gets the set.'),
  })
  .describe('A group and its accounts.');

const permissionSet = z
  .strictObject({
    name: z
      .string()
      .regex(/^[A-Za-z][\w+=,.@-]{0,31}$/, 'expected 1 to 32 letters, digits or _+=,.@-, beginning with a letter')
      .describe('Name of the permission set.')
      .meta({ examples: ['SecurityAudit'] }),
    description: z
      .string()
      .min(5)
      .describe('What the set is for.')
      .meta({ examples: ['Reads configuration and findings'] }),
    managedPolicies: z
      .array(z.string())
      .default([])
      .describe('Names of AWS managed policies, for example `ReadOnlyAccess`.'),
    contractors: z
      .boolean()
      .default(false)
      .describe('Held by external service providers: not to be assigned in production (G3 17.1(a)).'),
    sessionHours: z.int().min(1).max(12).default(4).describe('Longest session, in hours.'),
    assignments: z.array(assignment).default([]).describe('Groups and the accounts in which they get the set.'),
  })
  .describe('A role that people take through IAM Identity Center.');

export const identitySchema = z
  .strictObject({
    breakGlass: z
      .strictObject({
        trustedPrincipals: z.array(arn).min(1).describe('ARNs of the principals that may assume the role, with MFA.'),
      })
      .describe('Emergency access, alarmed on use.'),
    identityCenter: z
      .strictObject({
        instanceArn: arn
          .describe('ARN of the instance.')
          .meta({ examples: ['arn:aws:sso:::instance/ssoins-1234567890abcdef'] }),
        permissionSets: z.array(permissionSet).default([]).describe('Roles that people take.'),
      })
      .optional()
      .describe('IAM Identity Center of the organisation.'),
    pipelines: pipelinesSchema,
  })
  .describe('Who may do what.');

export const contactsSchema = z
  .strictObject({
    security: email.describe('Mailbox for alarms and incidents.'),
    operations: email.describe('Mailbox for changes and outages.'),
  })
  .describe('Whom to tell.');
