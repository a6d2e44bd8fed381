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
}

/** The organisation that a config describes, with nothing deployed. */
export function estateOf(config: LandingZoneConfig): Estate {
  const { organization, accounts, homeRegion } = config;
  const management = accounts.find(({ role }) => role === 'management');
  if (!management) throw new Error('the config has no management account');
  const { id, rootId, units } = organization;
  const unitId = (path: string): string | undefined => {
    const [name, above] = path.split('/').toReversed();
    return units.find((unit) => unit.name === name && unit.parent === above)?.id;
  };
  const withParent = (path: string | undefined): { readonly parent?: string } => {
    const parent = path === undefined ? undefined : unitId(path);
    return parent === undefined ? {} : { parent };
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
  };
}
