import { z } from 'zod';
import { isoDate, SEVERITIES } from '../../model';

const days = z.int().min(1).max(3660);

/** What a repository's own options can never lower, wherever it is written. */
const floor = {
  failOn: z
    .enum(['all', ...SEVERITIES])
    .optional()
    .describe('Findings that always block: all, or those of this severity and worse.')
    .meta({ examples: ['high'] }),
  maxUnknown: z
    .int()
    .min(0)
    .optional()
    .describe('Most findings that may stay undecided.')
    .meta({ examples: [0] }),
  inline: z
    .enum(['strict', 'honour'])
    .optional()
    .describe('With strict, suppressions inside templates count only with a waiver.')
    .meta({ examples: ['strict'] }),
  now: z
    .literal('present')
    .optional()
    .describe('Judged as of the day of the run: neither `--now` nor SOURCE_DATE_EPOCH may say another.')
    .meta({ examples: ['present'] }),
  packs: z
    .array(
      z
        .string()
        .min(1)
        .meta({ examples: ['AwsSolutions'] }),
    )
    .default([])
    .describe('Engines that judge as well, whatever `--pack` says.'),
  waiverDays: z
    .strictObject({
      critical: days
        .optional()
        .describe('Days for findings of severity critical.')
        .meta({ examples: [30] }),
      high: days
        .optional()
        .describe('Days for findings of severity high.')
        .meta({ examples: [90] }),
      medium: days
        .optional()
        .describe('Days for findings of severity medium.')
        .meta({ examples: [180] }),
      low: days
        .optional()
        .describe('Days for findings of severity low.')
        .meta({ examples: [366] }),
    })
    .default({})
    .describe('Longest lives of waivers, where they are shorter than those of the profile.'),
} as const;

/** The floor in the landing zone's config, which itself says profile, rollout days and registers. */
export const configPolicySchema = z
  .strictObject(floor)
  .describe(
    'What the options of a repository can never lower in the gate; with it, only the registers named here count.',
  );

/** The one declaration of `gate-policy.yaml`. */
export const gatePolicySchema = z
  .strictObject({
    profile: z
      .string()
      .optional()
      .describe('Profile by which is judged: this one, or one of an organisation that extends it.')
      .meta({ examples: ['hk-s17'] }),
    ...floor,
    blocksFrom: z
      .record(z.string(), isoDate)
      .optional()
      .describe('Days from which rules block at the latest, by id; where it is set, no other rule can be put off.')
      .meta({ examples: [{ 'public-zone-signed': '2027-03-31' }] }),
    waivers: z
      .array(
        z
          .string()
          .min(1)
          .meta({ examples: ['waivers.yaml'] }),
      )
      .optional()
      .describe('Registers of waivers that count, relative to the folder of this file; no others do.'),
  })
  .describe('Policy of the gate: owned by the central team, a floor under the options of every repository.');
export type GatePolicy = z.infer<typeof gatePolicySchema>;
