import { Stack, Token } from 'aws-cdk-lib';
import type { Construct } from 'constructs';

/** Letters that a pattern must name besides its wildcards, so that it cannot mean nearly everybody. */
const LEAST_LITERALS = 3;

const NAME = /^[\w+=,.@/*?-]{1,576}$/;
const ROLE_ARN = /^arn:[^:]+:iam::(\d{12}|\*):role\/([\w+=,.@/*?-]+)$/;
const DEFAULT_QUALIFIER = 'hnb659fds';

/**
 * ARN patterns of roles, for conditions on `aws:PrincipalArn`.
 * @param roles names of roles of this account (`key-administrator`, `aws-reserved/sso.amazonaws.com/*`), wildcards
 * allowed, or ARNs.
 * @param prop name of the property that they come from, for the error.
 * @throws Error when the list is empty, or an entry is malformed or would match nearly every role.
 */
export function rolePatterns(scope: Construct, path: string, prop: string, roles: readonly string[]): string[] {
  const fail = (found: string, remedy: string) =>
    new Error(`[${path}] ${prop}: expected names or ARNs of roles, found ${found}; ${remedy}`);
  if (roles.length === 0) throw fail('none', 'name at least one role, or nobody could manage the key');
  const stack = Stack.of(scope);
  return roles.map((role) => {
    if (Token.isUnresolved(role)) return role;
    const name = role.startsWith('arn:') ? ROLE_ARN.exec(role)?.[2] : role;
    if (name === undefined || !NAME.test(name)) {
      throw fail(`"${role}"`, 'write a name as in IAM, or arn:PARTITION:iam::ACCOUNT:role/NAME');
    }
    if (name.replace(/[*?/]/g, '').length < LEAST_LITERALS) {
      throw fail(`"${role}", which would match nearly every role`, 'name the role');
    }
    return role === name ? `arn:${stack.partition}:iam::${stack.account}:role/${name}` : role;
  });
}

/**
 * ARN of the role with which CloudFormation makes the changes of a bootstrapped CDK app: it must be able to manage what
 * it creates.
 */
function defaultDeploymentRole(scope: Construct): string {
  const stack = Stack.of(scope);
  const qualifier = stack.synthesizer.bootstrapQualifier ?? DEFAULT_QUALIFIER;
  const name = `cdk-${qualifier}-cfn-exec-role-${stack.account}-${stack.region}`;
  return `arn:${stack.partition}:iam::${stack.account}:role/${name}`;
}

/**
 * ARN patterns of the roles that deploy: those named, or else the role of the app's CDK bootstrap.
 * @throws Error when an entry is malformed or would match nearly every role.
 */
export function deploymentRolePatterns(scope: Construct, roles?: readonly string[], path = scope.node.path): string[] {
  return roles ? rolePatterns(scope, path, 'deploymentRoles', roles) : [defaultDeploymentRole(scope)];
}
