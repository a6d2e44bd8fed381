import { z } from 'zod';

const arnStart = z
  .string()
  .regex(/^arn:[^:*]+:[a-z0-9-]+:[^*]*$/, 'expected an ARN or its beginning, without wildcards')
  .meta({ examples: ['arn:aws:s3:::e-services-'] });

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

const dataEventSelector = z
  .strictObject({
    type: z
      .string()
      .regex(/^AWS::\w+::\w+$/, 'expected a type of CloudTrail such as AWS::S3::Object')
      .describe('Type of resource, as CloudTrail calls it.')
      .meta({ examples: ['AWS::S3::Object'] }),
    events: z.enum(['all', 'read', 'write']).default('all').describe('Which of its events are recorded.'),
    only: z
      .array(arnStart)
      .default([])
      .describe('ARNs, or beginnings of them, to which recording is limited; all when empty.'),
    except: z.array(arnStart).default([]).describe('ARNs, or beginnings of them, that are not recorded.'),
  })
  .describe('Data events that the organisation trail records.');

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
      .describe('Record reads and writes of what `dataEventSelectors` names in the organisation trail.'),
    dataEventSelectors: z
      .array(dataEventSelector)
      .min(1)
      .default([
        { type: 'AWS::DynamoDB::Table', events: 'all', only: [], except: [] },
        { type: 'AWS::Lambda::Function', events: 'all', only: [], except: [] },
        { type: 'AWS::S3::Object', events: 'all', only: [], except: [] },
      ])
      .describe('Which data events are recorded; tables, functions and objects when absent.'),
    collection,
    maskIdentifiers: z
      .boolean()
      .default(true)
      .describe(
        'Mask identity card numbers, payment cards, mail addresses and secrets in all log groups. CloudWatch Logs knows identity card numbers by their form alone, and cannot verify the check digit.',
      ),
    sessions,
    silenceMinutes,
  })
  .prefault({})
  .describe('The central log archive.');
