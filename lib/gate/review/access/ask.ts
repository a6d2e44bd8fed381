import { evaluate, guardrailsOf, type NamedPrincipal, type PolicyDocument } from '../../../proofs/guardrails';
import type { Graph } from '../../../template';
import type { ReviewBasis } from '../basis';
import { coversAction } from './actions';
import type { Identity } from './identities';

/** What is attempted. */
export interface Attempt {
  readonly action: string;
  /** ARN, or `*`. */
  readonly resource: string;
  /** Policy of the resource, where it has one. */
  readonly policy?: PolicyDocument;
}

type Levels = readonly (readonly PolicyDocument[])[];

const ANSWERS = { allow: 'yes', deny: 'no', unknown: 'unknown' } as const;

/** Asks what identities may, by their own policies, the resource's and those of the organisation together. */
export class Access {
  private readonly bounds = new Map<string, { readonly serviceControl: Levels; readonly resourceControl: Levels }>();

  constructor(
    graph: Graph,
    private readonly basis: ReviewBasis,
  ) {
    for (const { account, serviceControl, resourceControl } of guardrailsOf(graph, basis.profile).organization.places) {
      if (account === undefined) continue;
      this.bounds.set(account, {
        serviceControl: documentsOf(serviceControl),
        resourceControl: documentsOf(resourceControl),
      });
    }
  }

  /** `no` where nothing allows it or something denies it; unknown where that depends on the request, or on what is not known. */
  may(identity: Identity, { action, resource, policy }: Attempt): 'yes' | 'no' | 'unknown' {
    if (!mightAllow(identity.policies, action) && !(policy && namesIdentities(policy, action))) return 'no';
    const { registers } = this.basis;
    const { answer } = evaluate(
      {
        action,
        resource,
        principal: { type: 'role', arn: identity.arn },
        context: {
          'aws:PrincipalArn': identity.arn,
          'aws:PrincipalAccount': identity.account,
          'aws:PrincipalIsAWSService': 'false',
          'aws:PrincipalType': 'AssumedRole',
          'kms:CallerAccount': identity.account,
          ...(registers?.organization === undefined ? {} : { 'aws:PrincipalOrgID': registers.organization }),
        },
      },
      {
        identity: identity.policies,
        ...(identity.boundary ? { boundary: identity.boundary } : {}),
        ...(policy ? { resource: policy } : {}),
        ...this.bounds.get(identity.account),
      },
    );
    return ANSWERS[answer];
  }
}

function documentsOf(levels: readonly (readonly { readonly document: PolicyDocument }[])[]): Levels {
  return levels.map((level) => level.map(({ document }) => document));
}

/** Whether some statement that allows speaks of the action: most policies do not, and need not be asked. */
function mightAllow(policies: readonly PolicyDocument[], action: string): boolean {
  return policies.some(
    ({ statements, unread }) =>
      unread.length > 0 ||
      statements.some((statement) => statement.effect === 'Allow' && coversAction(statement, action)),
  );
}

/** Whether the policy of a resource allows the action to identities themselves, and not only to their accounts or to services. */
function namesIdentities({ statements, unread }: PolicyDocument, action: string): boolean {
  if (unread.length > 0) return true;
  return statements.some(
    (statement) =>
      statement.effect === 'Allow' &&
      coversAction(statement, action) &&
      (statement.principals?.negated === true || statement.principals?.named.some(isIdentity) === true),
  );
}

function isIdentity({ kind, name }: NamedPrincipal): boolean {
  return (
    (kind === 'AWS' || kind === '*') &&
    (typeof name !== 'string' || !/^(\d{12}|arn:[^:]+:iam::\d{12}:root)$/.test(name))
  );
}
