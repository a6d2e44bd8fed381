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

const silence = (minutes: number, what: string) =>
  z
    .int()
    .min(5)
    .max(10080)
    .refine((value) => value <= 1440 || value % 60 === 0, 'expected whole hours (a multiple of 60) above 1440 minutes')
    .default(minutes)
    .describe(what);

const silenceMinutes = z
  .strictObject({
    trail: silence(30, 'The organisation trail.'),
    config: silence(1800, 'Configuration history, which is sure to come once a day.'),
    network: silence(60, 'Flow, firewall and DNS logs.'),
    access: silence(360, 'Load balancers, and access to the archive.'),
    groups: silence(60, 'What log groups hold.'),
  })
  .prefault({})
  .describe('Minutes without any log of a kind after which an alarm is raised.');

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
    silenceMinutes,
  })
  .prefault({})
  .describe('The central log archive.');
