import type { LandingZoneConfig } from '../config';

type Unit = LandingZoneConfig['organization']['units'][number];

/**
 * Id of what a policy is attached to.
 * @param target `Root`, the path of a unit, the name of a unit that only one has, or the name of an account.
 * @throws Error when the config has no such unit or account, or several units of that name.
 */
export function policyTargetId({ organization, accounts }: LandingZoneConfig, target: string): string {
  if (target === 'Root') return organization.rootId;
  const { units } = organization;
  const byPath = units.find((unit) => unitPath(unit) === target);
  if (byPath) return byPath.id;
  const matches = [
    ...units.filter((unit) => unit.name === target),
    ...accounts.filter((account) => account.name === target),
  ].map((match) => match.id);
  const [only, ...others] = matches;
  if (only !== undefined && others.length === 0) return only;
  throw new Error(
    `found ${matches.length} targets named "${target}": expected Root, the path of a unit, or the name of one unit or account`,
  );
}

/**
 * Ids of the units and accounts that hold production: a unit where all its accounts are production, else each account. The
 * management account is left out, as service control policies do not bind it.
 */
export function productionTargets(config: LandingZoneConfig): string[] {
  const members = config.accounts.filter(({ role }) => role !== 'management');
  const targets = members
    .filter(({ environment }) => environment === 'production')
    .map((account) => {
      const shared = members.some(
        ({ unit, environment }) => within(unit, account.unit) && environment !== 'production',
      );
      return account.unit === 'Root' || shared ? account.id : policyTargetId(config, account.unit);
    });
  return [...new Set(targets)];
}

function within(unit: string, above: string): boolean {
  return unit === above || unit.startsWith(`${above}/`);
}

function unitPath(unit: Unit): string {
  return unit.parent === 'Root' ? unit.name : `${unit.parent}/${unit.name}`;
}
