import { z } from 'zod';
import { isoDate } from './registers';

/** Text that a place is compared with: as it stands, or as a glob (`*`, `**`, `?`, `[…]`, `{a,b}`). */
const pattern = z.string().min(1).max(500);

const patterns = z.union([pattern, z.array(pattern).min(1).max(200)]);

/**
 * Where a waiver applies: all that is named must agree, of a list any one. Every text is exact or a glob. What cannot be
 * known of a place (its account, when neither the assembly nor `--account` says it) agrees with nothing.
 */
export const waiverScopeSchema = z
  .strictObject({
    organization: patterns.describe('Id of the organisation; known with the landing zone’s config.').optional(),
    unit: patterns
      .describe('Organisational unit, by path or id, with all below it; known with the landing zone’s config.')
      .optional(),
    account: patterns.describe('Account, by its 12 digits; by name with the landing zone’s config.').optional(),
    stack: patterns
      .describe('Name of the stack; of a template that stands alone, the name of its file up to the first dot.')
      .optional(),
    constructPath: patterns.describe('Path of the construct in CDK code.').optional(),
    logicalId: patterns.describe('Logical id of the resource.').optional(),
    type: patterns.describe('Type of the resource, such as `AWS::S3::Bucket`.').optional(),
    tag: z
      .record(z.string(), patterns)
      .describe('Tags of the resource, by key; all must agree.')
      .meta({ examples: [{ environment: 'sandbox' }] })
      .optional(),
    property: patterns.describe('Property, as findings name it: `Properties.BucketEncryption`.').optional(),
  })
  .refine((scope) => Object.values(scope).some((value) => value !== undefined), 'expected at least one key')
  .describe('Where the waiver applies: all that is named must agree, of a list any one; exact text or globs.')
  .meta({ examples: [{ account: '110000000011', constructPath: 'e-services-prod/data/Feeds/Resource' }] });
export type WaiverScope = z.infer<typeof waiverScopeSchema>;

/** One approved, scoped, expiring exception to a control or a rule: an entry of `waivers.yaml`. */
export const waiverSchema = z
  .strictObject({
    id: z
      .string()
      .regex(
        /^[A-Za-z0-9][A-Za-z0-9._-]{1,62}$/,
        'expected 2 to 63 letters, digits, dots, underscores or hyphens, beginning with a letter or digit',
      )
      .describe('Stable name of the waiver; findings name it.')
      .meta({ examples: ['W-2026-014'] }),
    control: z
      .string()
      .min(1)
      .describe('Control from which is waived: all of its rules, or the one that `rule` names.')
      .meta({ examples: ['LOG-05'] })
      .optional(),
    rule: z
      .string()
      .min(1)
      .describe('Rule from which is waived: one of Lionrock’s, or of an engine behind `--pack`, by its whole id.')
      .meta({ examples: ['bucket-versioned'] })
      .optional(),
    scope: waiverScopeSchema,
    reason: z
      .string()
      .min(10)
      .describe('Why the control cannot be met, for the reviewer.')
      .meta({ examples: ['The supplier’s import job cannot write to versioned buckets'] }),
    compensatingControl: z
      .string()
      .min(3)
      .describe('What limits the risk instead.')
      .meta({ examples: ['The bucket is copied to the backup vault every night'] }),
    riskOwner: z
      .string()
      .min(2)
      .describe('Who bears the risk.')
      .meta({ examples: ['owner@e-services.example.gov.hk'] }),
    approver: z
      .string()
      .min(2)
      .describe('Who approved it; never the risk owner.')
      .meta({ examples: ['ditso@cloud.example.gov.hk'] }),
    ticket: z
      .string()
      .min(1)
      .describe('Reference of the approval.')
      .meta({ examples: ['SEC-2207'] }),
    issued: isoDate.describe('Day of the approval, as YYYY-MM-DD.').meta({ examples: ['2026-11-02'] }),
    // Not `isoDate`: a day that cannot be read is no day on which the waiver holds, and the gate says so.
    expires: z
      .string()
      .describe('Last day, as YYYY-MM-DD: included, in the time zone of the profile. Any other text counts as expired.')
      .meta({ format: 'date', examples: ['2027-01-31'] }),
    reviewDate: isoDate.describe('Day on which to look at it again; the gate warns from then on.').optional(),
  })
  .refine(
    (waiver) => waiver.control !== undefined || waiver.rule !== undefined,
    'expected `control` or `rule`, or both',
  )
  .describe('An approved, scoped, expiring exception to a control or a rule.');
export type Waiver = z.infer<typeof waiverSchema>;

/** The one declaration of `waivers.yaml`. */
export const waiverRegisterSchema = z
  .strictObject({
    waivers: z.array(waiverSchema).describe('The waivers, in any order.'),
  })
  .describe('Register of waivers: kept apart from the code that it excuses, so that its owners guard it.');
export type WaiverRegister = z.infer<typeof waiverRegisterSchema>;

/** `expiring`: within the days of warning before its last day. */
export const WAIVER_STATES = ['live', 'expiring', 'expired'] as const;
export type WaiverState = (typeof WAIVER_STATES)[number];

/** A waiver as it was judged: what a report shows beside the findings that name it. */
export interface JudgedWaiver extends Waiver {
  readonly state: WaiverState;
  /** Findings that it waives; for an expired one, those that it would. */
  readonly findings: number;
}
