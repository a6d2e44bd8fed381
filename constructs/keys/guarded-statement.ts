import { aws_iam as iam, Stack } from 'aws-cdk-lib';
import type { Construct } from 'constructs';

const EVENT_BRIDGE = 'events.amazonaws.com';

/**
 * Makes a statement that CDK or a user adds to a key's policy safe: a service without a condition is limited to calls on
 * behalf of this account, EventBridge (which sends no source account) to this account's topics and queues. Roles of other
 * accounts, which `grant*` names by ARN, become their account and a condition: KMS refuses to name what does not exist yet.
 * @throws Error when the statement allows everybody.
 */
export function guardedStatements(scope: Construct, statement: iam.PolicyStatement): iam.PolicyStatement[] {
  if (statement.effect !== iam.Effect.ALLOW) return [statement];
  const named = namedPrincipals(scope, statement);
  if (named.some(([, value]) => value === '*')) {
    throw new Error(
      `[${scope.node.path}] the key policy would allow everybody: expected named principals, found "*"; name accounts, roles or services`,
    );
  }
  const roles = named.flatMap(([kind, value]) => (kind === 'AWS' ? roleOf(value) : []));
  if (roles.length > 0 && roles.length === named.length) return [byCondition(statement, roles)];
  const services = named.filter(([kind]) => kind === 'Service').map(([, value]) => value);
  if (services.length === 0 || Object.keys(statement.conditions).length > 0) return [statement];
  if (!services.includes(EVENT_BRIDGE)) {
    return [statement.copy({ conditions: { StringEquals: { 'aws:SourceAccount': Stack.of(scope).account } } })];
  }
  return contextsOfEvents(scope).map((conditions) => statement.copy({ conditions }));
}

function contextsOfEvents(scope: Construct): iam.Conditions[] {
  const stack = Stack.of(scope);
  const arns = (service: string) => stack.formatArn({ service, resource: '*' });
  return [
    { ArnLike: { 'kms:EncryptionContext:aws:sns:topicArn': arns('sns') } },
    { ArnLike: { 'kms:EncryptionContext:aws:sqs:arn': arns('sqs') } },
  ];
}

/** Principals as they come out in the template: CDK keeps the names of services as tokens until then. */
function namedPrincipals(scope: Construct, statement: iam.PolicyStatement): [kind: string, value: unknown][] {
  const fragments = statement.principals.map((principal) => principal.policyFragment.principalJson);
  return fragments.flatMap((fragment) =>
    Object.entries(fragment).flatMap(([kind, values]) =>
      values.map((value): [string, unknown] => [kind, Stack.of(scope).resolve(value)]),
    ),
  );
}

const ROLE = /^arn:[^:]+:iam::(\d{12}):role\/.+$/;

interface NamedRole {
  readonly arn: string;
  readonly account: string;
}

/** A role that is named as text; one of the app itself is a token, which exists before the policy needs it. */
function roleOf(value: unknown): NamedRole[] {
  const account = typeof value === 'string' ? ROLE.exec(value)?.[1] : undefined;
  return typeof value === 'string' && account !== undefined ? [{ arn: value, account }] : [];
}

function byCondition(statement: iam.PolicyStatement, roles: readonly NamedRole[]): iam.PolicyStatement {
  const accounts = new Set(roles.map(({ account }) => account));
  const like = { ...statement.conditions['ArnLike'], 'aws:PrincipalArn': roles.map(({ arn }) => arn) };
  return statement.copy({
    principals: [...accounts].map((account) => new iam.AccountPrincipal(account)),
    conditions: { ...statement.conditions, ArnLike: like },
  });
}
