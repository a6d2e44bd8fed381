import { aws_iam as iam, Token } from 'aws-cdk-lib';
import type { Construct } from 'constructs';

const PRINCIPAL = /^arn:[a-z-]+:iam::\d{12}:(root|role\/[\w+=,.@/-]+|user\/[\w+=,.@/-]+)$/;

/**
 * Turns ARNs into principals of a trust policy.
 * @throws Error when there is none, or one is not a role, user or account (`…:root`) with its account id: `*` would
 * open the role to everybody.
 */
export function trustedPrincipals(scope: Construct, arns: readonly string[]): iam.IPrincipal {
  const wrong = arns.filter((arn) => !Token.isUnresolved(arn) && !PRINCIPAL.test(arn));
  if (arns.length === 0 || wrong.length > 0) {
    throw new Error(
      `[${scope.node.path}] found trusted principals [${(wrong.length > 0 ? wrong : arns).join(', ')}]: expected ARNs of roles, users or accounts such as arn:aws:iam::111122223333:role/operators; name them one by one`,
    );
  }
  return new iam.CompositePrincipal(...arns.map((arn) => new iam.ArnPrincipal(arn)));
}
