import { Stack } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';
import { acknowledge } from './acknowledge';

/** Accepts wildcards in the named resources of a policy: cdk-nag reports each by its ARN, references in angle brackets. */
export function acknowledgeWildcards(policy: IConstruct, arns: readonly string[], reason: string): void {
  const stack = Stack.of(policy);
  acknowledge(
    policy,
    Object.fromEntries(arns.map((arn) => [`AwsSolutions-IAM5[Resource::${flatten(stack.resolve(arn))}]`, reason])),
  );
}

function flatten(value: unknown): string {
  if (typeof value !== 'object' || value === null) return String(value);
  const [[name, argument] = ['', undefined]] = Object.entries(value);
  if (!Array.isArray(argument)) return `<${String(argument)}>`;
  if (name === 'Fn::Join' && Array.isArray(argument[1])) return argument[1].map(flatten).join(String(argument[0]));
  return `<${argument.join('.')}>`;
}
