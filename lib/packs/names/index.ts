/** cdk-nag's packs and the classes that hold them, by the name that the ids of their rules start with. Loads nothing. */
export const NAG_PACKS = {
  AwsSolutions: 'AwsSolutionsChecks',
  'NIST.800.53.R5': 'NIST80053R5Checks',
  'NIST.800.53.R4': 'NIST80053R4Checks',
  'HIPAA.Security': 'HIPAASecurityChecks',
  'PCI.DSS.321': 'PCIDSS321Checks',
  Serverless: 'ServerlessChecks',
} as const;

export type NagPackName = keyof typeof NAG_PACKS;

/** Name of the validator that is bundled with aws-cdk-lib. */
export const SCHEMA_PACK = 'schema';

/** Names of the packs that are no path. */
export const PACK_NAMES: readonly string[] = [...Object.keys(NAG_PACKS), SCHEMA_PACK];

export function isNagPack(name: string): name is NagPackName {
  return Object.hasOwn(NAG_PACKS, name);
}
