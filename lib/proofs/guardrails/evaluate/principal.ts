import { and, not, or, parseArn, type Trilean } from '../../../model';
import { OPEN, type NamedPrincipal, type Principals } from './document';
import type { Principal } from './request';

/** Account of a principal; none for services and strangers. */
export function accountOf(principal: Principal): string | undefined {
  if (principal.type === 'root') return principal.account;
  if (principal.type === 'role' || principal.type === 'user' || principal.type === 'federated-user') {
    return parseArn(principal.arn)?.account;
  }
  return undefined;
}

/** Service-linked roles stand under a path of their own, where nobody but AWS makes roles. */
export function isServiceLinked(principal: Principal): boolean {
  return principal.type === 'role' && /^arn:[^:]+:iam::\d+:role\/aws-service-role\//.test(principal.arn);
}

/**
 * How a statement reaches a principal: not at all, by naming its session, user or everybody, by the role of its session,
 * or by its account, which then decides itself.
 */
export type Reach = 'direct' | 'role' | 'account';

/** Whether one of the named principals is this one, in one of these ways. */
export function isNamed(
  { named }: Principals,
  principal: Principal,
  ways: readonly Reach[] = ['direct', 'role', 'account'],
): Trilean {
  return or(...named.flatMap((each) => ways.map((way) => names(each, principal, way))));
}

/**
 * Whether a statement speaks of a principal. Where `NotPrincipal` names a principal but not the role or account that it
 * belongs to, AWS may deny it with these (IAM user guide, reference_policies_elements_notprincipal): unknown.
 */
export function speaksOf(principals: Principals, principal: Principal): Trilean {
  const isMeant = isNamed(principals, principal);
  if (!principals.negated) return isMeant;
  const isSafe = and(...waysOf(principal).map((way) => isNamed(principals, principal, [way])));
  return or(not(isMeant), isSafe === true ? false : and(isMeant, 'unknown'));
}

/** Everything of a principal that `NotPrincipal` has to name. */
function waysOf(principal: Principal): readonly Reach[] {
  if (principal.type === 'role') return ['direct', 'role', 'account'];
  return principal.type === 'user' || principal.type === 'federated-user' ? ['direct', 'account'] : ['direct'];
}

function names({ kind, name }: NamedPrincipal, principal: Principal, way: Reach): Trilean {
  switch (kind) {
    case 'Service':
      return way === 'direct' && isSame(name, principal.type === 'service' ? principal.name : undefined);
    case 'Federated':
      return way === 'direct' && isSame(name, principal.type === 'web-identity' ? principal.provider : undefined);
    case 'AWS':
    case '*':
      return isNameOf(name, principal, way);
    default:
      return 'unknown';
  }
}

function isNameOf(name: NamedPrincipal['name'], principal: Principal, way: Reach): Trilean {
  if (name === OPEN) return 'unknown';
  if (name === '*') return true;
  // A wildcard inside a name, or the id of a principal that was deleted: AWS takes neither for a principal.
  return /^(\d{12}|arn:[^*?]+)$/.test(name) ? isAwsPrincipal(name, principal, way) : 'unknown';
}

function isSame(name: NamedPrincipal['name'], own: string | undefined): Trilean {
  if (own === undefined) return false;
  return name === OPEN ? 'unknown' : name === own;
}

function isAwsPrincipal(name: string, principal: Principal, way: Reach): Trilean {
  const [account] = /^\d{12}$/.exec(name) ?? [/^arn:[^:]+:iam::(\d{12}):root$/.exec(name)?.[1]];
  if (account !== undefined) {
    return account === accountOf(principal) && way === (principal.type === 'root' ? 'direct' : 'account');
  }
  switch (principal.type) {
    case 'role':
      return isRole(name, principal, way);
    case 'user':
      return way === 'direct' && name === principal.arn;
    case 'federated-user':
      return way !== 'account' && name === (way === 'direct' ? principal.arn : principal.user);
    default:
      return false;
  }
}

function isRole(name: string, { arn, session }: Extract<Principal, { type: 'role' }>, way: Reach): Trilean {
  if (way === 'role') return name === arn;
  if (way !== 'direct') return false;
  if (session !== undefined) return name === session;
  const [, account, role] = /^arn:[^:]+:sts::(\d{12}):assumed-role\/([^/]+)\//.exec(name) ?? [];
  return account === parseArn(arn)?.account && role === arn.split('/').at(-1) ? 'unknown' : false;
}
