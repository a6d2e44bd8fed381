import { z } from 'zod';

/** The documents that the commands of deployment write as JSON: part of the contract with programs. */

const verdict = z.enum(['pass', 'fail', 'unknown']);
const account = z.string().describe('12-digit account id.');

const head = {
  schemaVersion: z.literal('1'),
  tool: z.strictObject({ name: z.literal('lionrock'), version: z.string() }),
};

const check = z.strictObject({
  id: z.string().describe('What was looked at, for programs: `deployment-role`.'),
  what: z.string(),
  state: z.enum(['ok', 'fail', 'unknown', 'note']),
  found: z.string(),
  expected: z.string(),
  remedy: z.string().optional(),
  account: z.string().optional().describe('Name of the account that it is about.'),
  region: z.string().optional(),
});

const seconds = z.number().optional().describe('How long it took.');

const stack = z.strictObject({
  id: z.string().describe('Path of the stack in the app: `network/hub`.'),
  stackName: z.string(),
  account,
  region: z.string(),
  needs: z.array(z.string()).describe('Stacks that must stand before it.'),
  status: z
    .enum(['deployed', 'unchanged', 'done-before', 'failed', 'not-started'])
    .optional()
    .describe('Absent where nothing was deployed.'),
  seconds,
  outputs: z.record(z.string(), z.string()).optional(),
  error: z.string().optional(),
});

const untouched = z.strictObject({
  what: z.enum(['account', 'unit', 'policy', 'service']),
  name: z.string(),
  why: z.string(),
});

const doctor = z.strictObject({ ...head, verdict, checks: z.array(check) }).describe('What `lionrock doctor` found.');

const deployment = z
  .strictObject({
    ...head,
    verdict,
    landingZone: z.string(),
    dryRun: z.boolean(),
    gate: verdict.describe('What the gate said of the assembly; nothing is deployed unless it is pass.'),
    checks: z.array(check),
    untouched: z.array(untouched).optional().describe('What the organisation has and the deployment leaves alone.'),
    waves: z.array(z.strictObject({ name: z.string(), title: z.string(), stacks: z.array(stack) })),
    seconds,
  })
  .describe('What `lionrock deploy` did, or would do.');

const destruction = z
  .strictObject({
    ...head,
    verdict,
    landingZone: z.string(),
    dryRun: z.boolean(),
    checks: z.array(check),
    stacks: z.array(
      z.strictObject({
        id: z.string(),
        account,
        region: z.string(),
        exists: z.boolean(),
        kept: z
          .array(
            z.strictObject({
              logicalId: z.string().optional(),
              type: z.string().optional(),
              why: z.string(),
              remedy: z.string(),
            }),
          )
          .describe('Why the stack is not destroyed.'),
        neededBy: z.array(z.string()).describe('Stacks that stand, stay, and need it.'),
        status: z.enum(['destroyed', 'absent', 'failed', 'not-started']).optional(),
        seconds,
        error: z.string().optional(),
      }),
    ),
  })
  .describe('What `lionrock destroy` did, or refused to do.');

const step = z.strictObject({
  kind: z.enum(['adopt-unit', 'create-unit', 'adopt-account', 'create-account', 'move-account']),
  index: z.number().optional().describe('Place in the list of the config.'),
  path: z.string().optional(),
  name: z.string().optional(),
  id: z.string().optional(),
  parent: z.string().optional(),
  email: z.string().optional(),
  unit: z.string().optional(),
  from: z.string().optional(),
});

const accounts = z
  .strictObject({ ...head, dryRun: z.boolean(), steps: z.array(step), untouched: z.array(untouched) })
  .describe('What `lionrock deploy --create-accounts` adopted and made, or would.');

/** JSON Schemas by the name of their document. */
export function deploymentJsonSchemas(): Readonly<Record<string, z.core.JSONSchema.BaseSchema>> {
  const documents = { doctor, deployment, destruction, accounts };
  return Object.fromEntries(Object.entries(documents).map(([name, schema]) => [name, z.toJSONSchema(schema)]));
}
