import { and, forSome, not, or, type Trilean } from '../model';
import { at } from './at';
import type { Resource } from './graph';
import { asText } from './scalar';
import type { Value } from './value';

/** Where in the organisation an account stands. */
export interface AccountPlace {
  /** 12 digits. */
  readonly id: string;
  /** The management account, which service-managed stack sets leave out. */
  readonly isManagement: boolean;
  /** Its unit and those above it, up to the root, by id. */
  readonly units: readonly string[];
}

/**
 * Whether a stack set brings its template to an account, by its units or by its number. The management account gets none
 * of a service-managed one (source: CloudFormation user guide, stack sets with service-managed permissions).
 * @param region Region in which the account gets it. Default: any
 */
export function stackSetReaches(
  { properties, condition }: Pick<Resource, 'properties' | 'condition'>,
  account: AccountPlace,
  region?: string,
): Trilean {
  const leftOut = and(account.isManagement, is(properties['PermissionModel'], 'SERVICE_MANAGED'));
  return and(
    condition === undefined || 'unknown',
    not(leftOut),
    forSome(at(properties, 'StackInstancesGroup[]'), ({ value: group }) =>
      and(
        region === undefined || holdsOneOf(at(group, 'Regions[]'), [region]),
        forSome(at(group, 'DeploymentTargets'), ({ value }) => targetHolds(value, account)),
      ),
    ),
  );
}

function targetHolds(target: Value | undefined, { id, units }: AccountPlace): Trilean {
  const inUnits = holdsOneOf(at(target, 'OrganizationalUnitIds[]'), units);
  // The file behind the address holds account ids that no template tells.
  const isListedElsewhere = at(target, 'AccountsUrl').some(({ value }) => value !== undefined && value !== null);
  const inAccounts = or(holdsOneOf(at(target, 'Accounts[]'), [id]), isListedElsewhere ? 'unknown' : false);
  const [filter] = at(target, 'AccountFilterType');
  if (filter?.value === undefined) return or(inUnits, inAccounts);
  const ways: Readonly<Record<string, Trilean>> = {
    NONE: inUnits,
    INTERSECTION: and(inUnits, inAccounts),
    DIFFERENCE: and(inUnits, not(inAccounts)),
    UNION: or(inUnits, inAccounts),
  };
  return ways[asText(filter.value) ?? ''] ?? 'unknown';
}

function holdsOneOf(found: ReturnType<typeof at>, wanted: readonly string[]): Trilean {
  return forSome(found, ({ value }) => is(value, ...wanted));
}

function is(value: Value | undefined, ...wanted: readonly string[]): Trilean {
  if (value === undefined) return false;
  const text = asText(value);
  return text === undefined ? 'unknown' : wanted.includes(text);
}
