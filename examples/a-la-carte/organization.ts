import { type App, Stack } from 'aws-cdk-lib';
import {
  aiServicesOptOut,
  baselineGuardrails,
  GuardrailPolicies,
  s3PublicAccessPolicy,
} from '../../constructs/organization';

/** Organisation policies for the root, in the management account. */
export function organizationExample(app: App): Stack {
  const stack = new Stack(app, 'Organization');
  const scope = {
    partition: stack.partition,
    breakGlassRoles: [`arn:${stack.partition}:iam::*:role/break-glass`],
    platformRoles: [`arn:${stack.partition}:iam::*:role/cdk-hnb659fds-cfn-exec-role-*`],
  };
  const everywhere = [...baselineGuardrails(scope), aiServicesOptOut(), s3PublicAccessPolicy()];
  new GuardrailPolicies(stack, 'Guardrails', {
    guardrails: everywhere.map((guardrail) => ({ guardrail, targets: ['r-hk01'] })),
  });
  return stack;
}
