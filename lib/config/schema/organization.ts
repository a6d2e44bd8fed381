import { z } from 'zod';

const unit = z
  .strictObject({
    name: z
      .string()
      .regex(/^[A-Za-z][A-Za-z0-9-]{1,63}$/, 'expected 2 to 64 letters, digits or hyphens, beginning with a letter')
      .describe('Name of the unit; elsewhere a path such as `Security/Production` names a nested one.')
      .meta({ examples: ['Security'] }),
    id: z
      .string()
      .regex(/^ou-[0-9a-z]{4,32}-[0-9a-z]{8,32}$/, 'expected the id of a unit, such as ou-hk01-security1')
      .describe('Id of the existing unit (`ou-…`); its first part is that of the root’s id.')
      .meta({ examples: ['ou-hk01-security1'] }),
    parent: z.string().default('Root').describe('Path of the unit above; `Root` for a unit at the top.'),
    suspended: z
      .boolean()
      .default(false)
      .describe('Accounts below are quarantined: everything but break-glass is denied.'),
    sandbox: z.boolean().default(false).describe('Accounts below are for trials: no peering, no attachment, no data.'),
  })
  .describe('An organisational unit that exists.');

export const organizationSchema = z
  .strictObject({
    id: z
      .string()
      .regex(/^o-[a-z0-9]{10,32}$/, 'expected the id of an organisation, such as o-hkgov12345')
      .describe('Id of the organisation (`o-…`).')
      .meta({ examples: ['o-hkgov12345'] }),
    rootId: z
      .string()
      .regex(/^r-[0-9a-z]{4,32}$/, 'expected the id of a root, such as r-hk01')
      .describe('Id of its root (`r-…`).')
      .meta({ examples: ['r-hk01'] }),
    units: z.array(unit).min(1).describe('Organisational units, in any order.'),
  })
  .describe('The AWS organisation that the landing zone governs; it must exist.');
