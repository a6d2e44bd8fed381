import {
  PRIVILEGES,
  type ExemptedRole,
  type IdentityReview,
  type PermissionSet,
  type Privilege,
  type PrivilegedPath,
} from '../../model';
import { guardrailsOf, matches, globOf, OPEN, type PolicyStatement } from '../../proofs/guardrails';
import { asNumber, asText, at, describe, Reference, type Graph, type Resource } from '../../template';
import { Access, Documents, identitiesOf, whenOf, whoOf, type Identity } from './access';
import type { ReviewBasis } from './basis';
import { placeOf } from './place';

/** An action by which a privilege shows: whoever may call it on anything has it. */
const ACTIONS: Readonly<Record<Privilege, string>> = {
  // No policy names it unless it names everything.
  everything: 'lionrock:Everything',
  'grant permissions': 'iam:PutRolePolicy',
  'change guardrails': 'organizations:DetachPolicy',
  'stop logging': 'cloudtrail:StopLogging',
  'delete keys': 'kms:ScheduleKeyDeletion',
  'delete backups': 'backup:DeleteRecoveryPoint',
  'open the network': 'ec2:AuthorizeSecurityGroupIngress',
};

/** The privileged roles of a unit, the permission sets, and whom guardrails exempt. */
export function identityReview(graph: Graph, basis: ReviewBasis): IdentityReview {
  const { partition } = basis.profile;
  const access = new Access(graph, basis);
  const documents = new Documents(graph, partition);
  const exempted = exemptedBy(graph, basis);
  const paths = identitiesOf(graph, partition).flatMap((identity) => {
    const privileges = PRIVILEGES.flatMap((privilege) => {
      const answer = access.may(identity, { action: ACTIONS[privilege], resource: '*' });
      return answer === 'no' ? [] : [{ privilege, answer }];
    });
    return privileges.length === 0 ? [] : [pathOf(identity, privileges, { documents, exempted, basis })];
  });
  return { paths, permissionSets: permissionSetsOf(graph, basis), exempted };
}

interface Surroundings {
  readonly documents: Documents;
  readonly exempted: readonly ExemptedRole[];
  readonly basis: ReviewBasis;
}

function pathOf(
  { resource, name, arn, boundary, policies }: Identity,
  privileges: PrivilegedPath['privileges'],
  { documents, exempted, basis }: Surroundings,
): PrivilegedPath {
  const trust = documents.read(resource.properties['AssumeRolePolicyDocument'], 'trust policy');
  const seconds = asNumber(resource.properties['MaxSessionDuration']) ?? 3600;
  return {
    ...placeOf(resource, basis.registers),
    name,
    privileges,
    trust: trust.statements
      .filter(({ effect }) => effect === 'Allow')
      .map((statement) => ({ who: whoOf(statement), when: whenOf(statement) })),
    unread: policies.flatMap((policy) => policy.unread),
    bounded: boundary !== undefined,
    sessionHours: seconds / 3600,
    isExempt: exempted.some(({ pattern }) => matches(globOf(pattern), arn)),
  };
}

/** Whom the conditions of organisation policies leave out of their denials, by the patterns that they name. */
function exemptedBy(graph: Graph, { profile }: ReviewBasis): readonly ExemptedRole[] {
  const policies = new Map<string, Set<string>>();
  for (const { document } of guardrailsOf(graph, profile).organization.guardrails) {
    for (const pattern of document.statements.flatMap(exemptIn)) {
      policies.set(pattern, (policies.get(pattern) ?? new Set()).add(document.name));
    }
  }
  return [...policies]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([pattern, names]) => ({ pattern, policies: [...names].toSorted() }));
}

function exemptIn({ effect, tests }: PolicyStatement): readonly string[] {
  if (effect !== 'Deny') return [];
  return tests
    .filter(({ key, operator }) => key.toLowerCase() === 'aws:principalarn' && /Not(Like|Equals)/.test(operator))
    .flatMap(({ values }) => values.filter((value) => value !== OPEN));
}

function permissionSetsOf(graph: Graph, { registers }: ReviewBasis): readonly PermissionSet[] {
  const assignments = graph.ofType('AWS::SSO::Assignment');
  const accountName = (id: string) => registers?.accounts.find((account) => account.id === id)?.name ?? id;
  return graph.ofType('AWS::SSO::PermissionSet').map((set) => {
    const { properties } = set;
    const session = asText(properties['SessionDuration']);
    const managed = [
      ...at(properties, 'ManagedPolicies[]'),
      ...at(properties, 'CustomerManagedPolicyReferences[].Name'),
    ];
    return {
      ...placeOf(set, registers),
      name: asText(properties['Name']) ?? set.logicalId,
      ...(session === undefined ? {} : { session }),
      policies: [
        ...managed.map(({ value }) => (asText(value) ?? describe(value)).replace(/^arn:.*:policy\//, '')),
        ...(properties['InlinePolicy'] === undefined ? [] : ['inline policy']),
      ],
      assignments: assignments
        .filter((assignment) => isOf(assignment, set, graph))
        .map(({ properties: { PrincipalId: who, PrincipalType: kind, TargetId: target } }) => ({
          principal: describe(who),
          kind: asText(kind) ?? '',
          account: accountName(describe(target)),
        })),
    };
  });
}

function isOf({ properties }: Resource, set: Resource, graph: Graph): boolean {
  const target = properties['PermissionSetArn'];
  return target instanceof Reference && graph.follow(target) === set;
}
