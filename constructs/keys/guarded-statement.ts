import { aws_iam as iam, Stack } from 'aws-cdk-lib';
import type { Construct } from 'constructs';

const EVENT_BRIDGE = 'events.amazonaws.com';

/**
 * Makes a statement that CDK or a user adds to a key's policy safe: a service without a condition is limited to calls on
 * behalf of this account, EventBridge (which sends no source account) to this account's topics and queues.
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
