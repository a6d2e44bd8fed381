import type { LandingZoneConfig } from '../../lib/config';

/** The organisation as it stands before a landing zone is deployed into it. */
export interface Estate {
  /** Account of the organisation. */
  readonly management: string;
  readonly region: string;
  readonly organization: {
    readonly id: string;
    readonly rootId: string;
    readonly units: readonly { readonly id: string; readonly name: string; readonly parent?: string }[];
    readonly accounts: readonly {
      readonly id: string;
      readonly name: string;
      readonly email: string;
      readonly parent?: string;
    }[];
  };
  /** ARNs of certificates that were issued before. */
  readonly certificates: readonly string[];
  /** Key stores that people made and connected before. */
  readonly keyStores: readonly { readonly account: string; readonly id: string; readonly type: string }[];
}

/** Types of key stores, in the words of KMS. */
const STORE_TYPES = { cloudhsm: 'AWS_CLOUDHSM', external: 'EXTERNAL_KEY_STORE' } as const;

/** The organisation that a config describes, with nothing deployed. */
export function estateOf(config: LandingZoneConfig): Estate {
  const { organization, accounts, homeRegion } = config;
  const management = accounts.find(({ role }) => role === 'management');
  if (!management) throw new Error('the config has no management account');
  const { id, rootId, units } = organization;
  const unitId = (path: string): string | undefined =>
    units.find(({ name, parent }) => path === (parent === 'Root' ? name : `${parent}/${name}`))?.id;
  const withParent = (path: string | undefined): { readonly parent?: string } => {
    if (path === undefined || path === 'Root') return {};
    const parent = unitId(path);
    if (parent === undefined) throw new Error(`the config has no unit ${path}`);
    return { parent };
  };
  return {
    management: management.id,
    region: homeRegion,
    organization: {
      id,
      rootId,
      units: units.map((unit) => ({ id: unit.id, name: unit.name, ...withParent(unit.parent) })),
      accounts: accounts.map(({ id: account, name, owner, unit }) => ({
        id: account,
        name,
        email: owner,
        ...withParent(unit),
      })),
    },
    certificates: [...new Set(JSON.stringify(config).match(/arn:aws:acm:[^"]+/g))],
    keyStores: accounts.flatMap(({ id: account, keyStore }) =>
      keyStore ? [{ account, id: keyStore.id, type: STORE_TYPES[keyStore.type] }] : [],
    ),
  };
}
