import { and, forSome, not, or, type Trilean } from '../../model';
import { asText, at, type Resource, type Value } from '../../template';
import type { DeclaredAccount } from '../rule';
import { among } from './expectation';

/**
 * Whether a stack set brings its template to an account, by its units or by its number. The management account gets none
 * of a service-managed one (source: CloudFormation user guide, stack sets with service-managed permissions).
 */
export function stackSetReaches({ properties, condition }: Resource, account: DeclaredAccount): Trilean {
  const leftOut = and(account.isManagement, among('SERVICE_MANAGED').test(properties['PermissionModel']));
  const targets = at(properties, 'StackInstancesGroup[].DeploymentTargets');
  return and(
    condition === undefined || 'unknown',
    not(leftOut),
    forSome(targets, ({ value }) => targetHolds(value, account)),
  );
}

function targetHolds(target: Value | undefined, { id, units }: DeclaredAccount): Trilean {
  const inUnits = holdsOneOf(at(target, 'OrganizationalUnitIds[]'), units);
  const inAccounts = holdsOneOf(at(target, 'Accounts[]'), [id]);
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
  return forSome(found, ({ value }) => {
    const text = asText(value);
    return text === undefined ? 'unknown' : wanted.includes(text);
  });
}
