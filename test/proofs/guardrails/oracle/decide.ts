import { applies, type Asked, type Document, type Statement } from './statement';

/** The three kinds of principal whose decision AWS documents in full. */
export type Caller =
  | { readonly kind: 'user'; readonly account: string; readonly arn: string }
  | { readonly kind: 'role'; readonly account: string; readonly arn: string; readonly session: string }
  | { readonly kind: 'service'; readonly name: string };

export interface Question extends Asked {
  readonly caller: Caller;
  readonly resourceAccount: string;
  readonly managementAccount: string;
}

export interface PolicySet {
  readonly serviceControl?: readonly (readonly Document[])[];
  readonly resourceControl?: readonly (readonly Document[])[];
  readonly identity: readonly Document[];
  readonly boundary?: Document;
  readonly session?: readonly Document[];
  readonly resource?: Document;
}

/** Services of this test's actions to which AWS applies resource control policies. */
const RESOURCE_CONTROLLED = new Set(['s3', 'kms', 'sqs']);

/** Whether AWS lets the caller do it (IAM user guide, "Policy evaluation logic" and the pages below it). */
export function isAllowed(question: Question, policies: PolicySet): boolean {
  const { caller } = question;
  const resource = policies.resource?.Statement.filter((statement) => isMeant(statement, caller)) ?? [];
  const bound = bindingPolicies(question, policies);
  const all = [...bound.serviceControl.flat(), ...bound.resourceControl.flat(), ...ownPolicies(caller, policies)];
  if (all.some((document) => denies(document.Statement, question)) || denies(resource, question)) return false;
  if (!bound.serviceControl.every((level) => level.some((document) => allows(document.Statement, question)))) {
    return false;
  }
  return isGranted(question, policies, resource);
}

function bindingPolicies({ caller, resourceAccount, managementAccount, action }: Question, policies: PolicySet) {
  const serviceLinked = caller.kind === 'role' && caller.arn.includes(':role/aws-service-role/');
  const scp = caller.kind !== 'service' && caller.account !== managementAccount && !serviceLinked;
  const rcp =
    resourceAccount !== managementAccount && !serviceLinked && RESOURCE_CONTROLLED.has(action.split(':')[0] ?? '');
  return {
    serviceControl: scp ? (policies.serviceControl ?? []) : [],
    resourceControl: rcp ? (policies.resourceControl ?? []) : [],
  };
}

function ownPolicies(caller: Caller, { identity, boundary, session = [] }: PolicySet): readonly Document[] {
  return caller.kind === 'service' ? [] : [...identity, ...(boundary ? [boundary] : []), ...session];
}

function isGranted(question: Question, policies: PolicySet, resource: readonly Statement[]): boolean {
  const { caller, resourceAccount } = question;
  if (caller.kind === 'service') return allows(resource, question);
  const { identity, boundary, session } = policies;
  const within =
    (!boundary || allows(boundary.Statement, question)) &&
    (!session || session.some((document) => allows(document.Statement, question)));
  const byIdentity = identity.some((document) => allows(document.Statement, question)) && within;
  if (caller.account !== resourceAccount) return byIdentity && allows(resource, question);
  const naming = (arn: string) => resource.filter(({ Principal }) => namesArn(Principal, arn));
  if (caller.kind === 'user' && allows(naming(caller.arn), question)) return true;
  if (caller.kind === 'role' && allows(naming(caller.session), question)) return true;
  if (caller.kind === 'role' && allows(naming(caller.arn), question) && within) return true;
  // AWS does not say whether a boundary limits what `*` grants: the test leaves that combination out.
  if (!boundary && !session && allows(openTo(resource), question)) return true;
  const keyPolicyAgrees = !question.action.startsWith('kms:') || allows(resource, question);
  return byIdentity && keyPolicyAgrees;
}

function openTo(statements: readonly Statement[]): readonly Statement[] {
  return statements.filter(({ Principal }) => Principal === '*');
}

function namesArn(principal: Statement['Principal'], arn: string): boolean {
  return typeof principal === 'object' && (principal['AWS'] ?? []).includes(arn);
}

function isMeant({ Principal, NotPrincipal }: Statement, caller: Caller): boolean {
  if (Principal === '*') return true;
  if (Principal) return isAmong(Principal, caller);
  return NotPrincipal ? !isAmong(NotPrincipal, caller) : true;
}

function isAmong(named: Readonly<Record<string, readonly string[]>>, caller: Caller): boolean {
  if (caller.kind === 'service') return (named['Service'] ?? []).includes(caller.name);
  const own = [caller.arn, ...(caller.kind === 'role' ? [caller.session] : []), caller.account];
  return (named['AWS'] ?? []).some((name) => own.includes(name) || name === `arn:aws:iam::${caller.account}:root`);
}

function allows(statements: readonly Statement[], question: Question): boolean {
  return statements.some((statement) => statement.Effect === 'Allow' && applies(statement, question));
}

function denies(statements: readonly Statement[], question: Question): boolean {
  return statements.some((statement) => statement.Effect === 'Deny' && applies(statement, question));
}
