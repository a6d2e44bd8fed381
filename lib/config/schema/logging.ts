import { z } from 'zod';

const days = (what: string) =>
  z
    .int()
    .min(1)
    .optional()
    .describe(what)
    .meta({ examples: [400] });

const retentionDays = z
  .strictObject({
    infrastructure: days('Trail, flow, firewall and access logs.'),
    application: days('Logs of workloads.'),
    security: days('Findings and alarms.'),
  })
  .prefault({})
  .describe('Days to keep logs, where longer than the profile asks.');

const collection = z
  .strictObject({
    exclude: z
      .array(
        z
          .string()
          .regex(/^[\w./#-]{1,512}$/, 'expected the name of a log group')
          .meta({ examples: ['/aws/lambda/load-test'] }),
      )
      .default([])
      .describe('Log groups, in any account, that are not sent to the archive.'),
  })
  .prefault({})
  .describe('What the log groups of all accounts hold is collected in the archive.');

const sessions = z
  .strictObject({
    idleMinutes: z.int().min(1).max(60).default(15).describe('A session without a keystroke ends.'),
    maxMinutes: z.int().min(1).max(1440).default(60).describe('Any session ends.'),
  })
  .prefault({})
  .describe('Sessions of people on machines, by Session Manager: recorded, and ended after a time.');

export const loggingSchema = z
  .strictObject({
    retentionDays,
    dataEvents: z
      .boolean()
      .default(true)
      .describe('Record reads and writes of objects and tables in the organisation trail.'),
    collection,
    maskIdentifiers: z
      .boolean()
      .default(true)
      .describe('Mask identity card numbers, payment cards, mail addresses and secrets in all log groups.'),
    sessions,
  })
  .prefault({})
  .describe('The central log archive.');
