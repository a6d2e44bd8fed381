import { z } from 'zod';
import { DEPLOYMENT_MODELS, isoDate, transferSchema } from '../../model';
import { DEFAULT_PROFILE, profileExtensionSchema } from '../../profiles';
import { accountSchema } from './account';
import { baselineSchema } from './baseline';
import { deploymentHookSchema } from './deployment-hook';
import { deploymentSchema } from './deployment';
import { configPolicySchema } from './gate-policy';
import { contactsSchema, guardrailsSchema, identitySchema } from './governance';
import { loggingSchema } from './logging';
import { networkSchema } from './network';
import { organizationSchema } from './organization';
import { slug } from './primitives';
import { statedPropertySchema } from './stated-property';

/**
 * The one declaration of `landing-zone.yaml`: validation, the editors' JSON Schema, the reference page and the file
 * that `lionrock init` writes are all derived from it.
 */
export const landingZoneSchema = z
  .strictObject({
    version: z.literal(1).describe('Version of this format.'),
    name: slug
      .describe('Name of the landing zone; begins the names of roles, buckets and parameters.')
      .meta({ examples: ['hk-government'] }),
    profile: z
      .string()
      .default(DEFAULT_PROFILE)
      .describe('Jurisdiction whose rules apply: a built-in profile, or one of `profiles`.'),
    profiles: z
      .array(profileExtensionSchema)
      .default([])
      .describe('Profiles of your own; each may stand in a file of its own, by `!include`.'),
    deploymentModel: z
      .enum(DEPLOYMENT_MODELS)
      .describe('Who owns and runs the infrastructure; decides the classification ceiling.'),
    homeRegion: z
      .string()
      .describe('Region in which everything is built.')
      .meta({ examples: ['ap-east-1'] }),
    availabilityZones: z
      .array(z.string().meta({ examples: ['ap-east-1a'] }))
      .min(2)
      .max(6)
      .describe('Availability zones to use, for example `ap-east-1a`.'),
    contacts: contactsSchema,
    organization: organizationSchema,
    accounts: z.array(accountSchema).min(1).describe('Accounts of the organisation; each becomes a stage of its own.'),
    baseline: baselineSchema,
    deployment: deploymentSchema,
    deploymentHook: deploymentHookSchema,
    network: networkSchema,
    logging: loggingSchema,
    guardrails: guardrailsSchema,
    identity: identitySchema,
    transfers: z.array(transferSchema).default([]).describe('Approved movements of data across the boundary.'),
    properties: z
      .array(statedPropertySchema)
      .default([])
      .describe('What must hold of the network beside its flows; the gate proves it.'),
    waivers: z
      .array(
        z
          .string()
          .min(1)
          .meta({ examples: ['waivers.yaml'] }),
      )
      .default([])
      .describe('Registers of waivers that count in the gate, relative to the folder of this file.'),
    gatePolicy: configPolicySchema.optional(),
    blocksFrom: z
      .record(z.string(), isoDate)
      .default({})
      .describe(
        'Rules of the gate whose findings are warnings before a day, by id: `{ public-zone-signed: 2027-03-31 }`.',
      ),
    tags: z.record(z.string(), z.string()).default({}).describe('Tags for every resource.'),
  })
  .describe('A landing zone.');

/** A landing zone as configured, defaults filled in. */
export type LandingZoneConfig = z.infer<typeof landingZoneSchema>;
