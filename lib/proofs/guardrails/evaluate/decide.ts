import { and, forAll, not, or, type Trilean } from '../../../model';
import { isResourceControlled } from '../actions';
import { contextOf, type Context } from './context';
import type { PolicyDocument } from './document';
import type { Policies } from './policies';
import { accountOf, isNamed, isServiceLinked, speaksOf, type Reach } from './principal';
import type { AccessRequest } from './request';
import { covers, type Attempt } from './statement';

/** What AWS decides, as far as what is known decides it. */
export interface Decision {
  /** `deny` by a statement that denies, or because nothing allows. */
  readonly answer: 'allow' | 'deny' | 'unknown';
  /** Statements that surely deny: `region-deny: DenyOutsideTheRegions`. */
  readonly deniedBy: readonly string[];
  /** Statements that may deny, as far as is known. */
  readonly undecided: readonly string[];
}

/**
 * Decides a request by AWS's evaluation logic (IAM user guide, reference_policies_evaluation-logic and what it links to).
 * What depends on a key, an operator or a text that is not known is unknown, never guessed.
 */
export function evaluate(request: AccessRequest, policies: Policies): Decision {
  const asked = new Asked(request, policies);
  const denies = asked.denies();
  const deniedBy = denies.filter(({ holds }) => holds === true).map(({ name }) => name);
  const undecided = denies.filter(({ holds }) => holds === 'unknown').map(({ name }) => name);
  const isDenied = or(...denies.map(({ holds }) => holds));
  const allowed = and(
    not(isDenied),
    () => asked.serviceControlAllows(),
    () => asked.isGranted(),
  );
  return { answer: allowed === 'unknown' ? 'unknown' : allowed ? 'allow' : 'deny', deniedBy, undecided };
}

interface Verdict {
  readonly name: string;
  readonly holds: Trilean;
}

/** One request with the policies that bind it. */
class Asked {
  private readonly context: Context;
  private readonly account: string | undefined;
  private readonly resourceAccount: string | undefined;

  constructor(
    private readonly request: AccessRequest,
    private readonly policies: Policies,
  ) {
    this.context = contextOf(request);
    this.account = accountOf(request.principal);
    this.resourceAccount = request.resourceAccount ?? this.account;
  }

  /** Every statement that denies, wherever it stands. */
  denies(): readonly Verdict[] {
    const { identity = [], boundary, session = [], resource } = this.policies;
    const ofPrincipal = this.account === undefined ? [] : [...identity, ...(boundary ? [boundary] : []), ...session];
    return [
      ...[...this.serviceControl().flat(), ...ofPrincipal].flatMap((document) =>
        this.verdicts(document, 'Deny', () => true),
      ),
      ...[...this.resourceControl().flat(), ...(resource ? [resource] : [])].flatMap((document) =>
        this.verdicts(document, 'Deny', (principals) =>
          principals ? speaksOf(principals, this.request.principal) : 'unknown',
        ),
      ),
    ];
  }

  /** Service control policies bind the users and roles of member accounts, root with them. */
  private serviceControl() {
    const { principal, managementAccount } = this.request;
    if (this.account === undefined || this.account === managementAccount || isServiceLinked(principal)) return [];
    return this.policies.serviceControl ?? [];
  }

  /** Resource control policies bind whoever comes, but service-linked roles, to resources of some services in member accounts. */
  private resourceControl() {
    const { principal, managementAccount, action } = this.request;
    const isBound =
      !isServiceLinked(principal) &&
      (this.resourceAccount === undefined || this.resourceAccount !== managementAccount) &&
      isResourceControlled(action);
    return isBound ? (this.policies.resourceControl ?? []) : [];
  }

  /** Each level from the root to the account must allow. */
  serviceControlAllows(): Trilean {
    return forAll(this.serviceControl(), (level) => this.allows(level));
  }

  /** Whether the policies of identity and resource together grant it. */
  isGranted(): Trilean {
    if (this.account === undefined) return this.resourceGrants('direct');
    const byIdentity = and(this.identityAllows(), this.boundaryAllows(), this.sessionAllows());
    const byAccount = and(this.resourceGrants('account'), byIdentity);
    if (this.account !== this.resourceAccount) {
      return and(or(...(['direct', 'role', 'account'] as const).map((way) => this.resourceGrants(way))), byIdentity);
    }
    // What is granted to a role, or to the user of a federated session, the boundary and the session still limit.
    const byRole = and(this.resourceGrants('role'), this.boundaryAllows(), this.sessionAllows());
    const byResource = or(this.resourceGrants('direct'), byRole, byAccount);
    return this.needsResourcePolicy() ? byResource : or(byResource, byIdentity);
  }

  private identityAllows(): Trilean {
    if (this.request.principal.type === 'root') return true;
    return this.allows(this.policies.identity ?? []);
  }

  private boundaryAllows(): Trilean {
    return this.policies.boundary ? this.allows([this.policies.boundary]) : true;
  }

  /** A session of GetFederationToken has only what its session policies allow. */
  private sessionAllows(): Trilean {
    if (this.policies.session) return this.allows(this.policies.session);
    return this.request.principal.type !== 'federated-user';
  }

  /** Keys and roles always have a policy, and nothing is granted on them without it. */
  private needsResourcePolicy(): boolean {
    const { action, resource } = this.request;
    return (
      /^sts:(assumerole|tagsession|setsourceidentity)/i.test(action) ||
      (/^kms:/i.test(action) && /:key\//.test(resource))
    );
  }

  private resourceGrants(way: Reach): Trilean {
    const { resource } = this.policies;
    if (!resource) return this.needsResourcePolicy() ? 'unknown' : false;
    const grants = this.verdicts(resource, 'Allow', (principals) => {
      if (!principals) return 'unknown';
      // Everybody but a few is nobody in particular: it reaches sessions and strangers alike.
      if (principals.negated) return way === 'direct' ? not(isNamed(principals, this.request.principal)) : false;
      return isNamed(principals, this.request.principal, [way]);
    });
    return or(...grants.map(({ holds }) => holds));
  }

  private allows(documents: readonly PolicyDocument[]): Trilean {
    const verdicts = documents.flatMap((document) => this.verdicts(document, 'Allow', () => true));
    return or(...verdicts.map(({ holds }) => holds));
  }

  /** What each statement with this effect says; one more, unknown, for what could not be read. */
  private verdicts(
    document: PolicyDocument,
    effect: 'Allow' | 'Deny',
    concerns: (principals: PolicyDocument['statements'][number]['principals']) => Trilean,
  ): readonly Verdict[] {
    const { context } = this;
    const { action, resource } = this.request;
    const attempt: Attempt = { action: action.toLowerCase(), resource, context, hasVariables: document.hasVariables };
    return [
      ...document.statements
        .filter((statement) => statement.effect === effect)
        .map((statement): Verdict => {
          const covered = covers(statement, attempt);
          const holds = covered === false ? false : and(covered, concerns(statement.principals));
          return { name: `${document.name}: ${statement.name}`, holds };
        }),
      ...document.unread.map((why): Verdict => ({ name: `${document.name}: ${why}`, holds: 'unknown' })),
    ];
  }
}
