import { z } from 'zod';

const file = (name: string) =>
  z
    .string()
    .min(1)
    .meta({ examples: [name] });

/** The gate at deployment, in every account. */
export const deploymentHookSchema = z
  .strictObject({
    mode: z
      .enum(['closed', 'open'])
      .default('closed')
      .describe('Whether what the gate cannot decide is refused, or let pass and reported.'),
    failureMode: z
      .enum(['FAIL', 'WARN'])
      .default('FAIL')
      .describe('What CloudFormation does when the hook says no: stop, or warn; begin with WARN.'),
    exemptRoles: z
      .array(
        z
          .string()
          .regex(/^[\w+=,.@/-]{1,64}$/, 'expected the name of a role, without wildcards')
          .meta({ examples: ['platform-repair'] }),
      )
      .default([])
      .describe('Names of roles of each account whose stack operations are not judged, beside the emergency role.'),
    policy: file('gate-policy.yaml').optional().describe('Policy of the gate, relative to the folder of this file.'),
    waivers: z
      .array(file('hook-waivers.yaml'))
      .default([])
      .describe('Registers of waivers that count in the hook, relative to the folder of this file.'),
    guard: z
      .strictObject({
        except: z
          .array(
            z
              .string()
              .regex(/^[a-z][a-z0-9-]*$/, 'expected the id of a rule')
              .meta({ examples: ['bucket-versioned'] }),
          )
          .default([])
          .describe('Ids of rules that are left to the gate, such as those that waivers name: Guard knows no waivers.'),
      })
      .optional()
      .describe('The rules that look at properties alone as a Guard hook too, beside the gate; none when absent.'),
  })
  .optional()
  .describe('The gate as a hook of CloudFormation, in all accounts to which the baseline goes; none when absent.');
