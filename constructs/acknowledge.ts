import { Validations } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';

/** Names under which cdk-nag's packs report, by the prefix of their rule ids. */
const PACKS = ['AwsSolutions', 'NIST.800.53.R5'] as const;

/**
 * Records why a cdk-nag rule does not apply to a construct and everything below it. The finding stays in the report
 * as acknowledged, with its reason; the bare rule id would make it vanish.
 *
 * @param reasons rule id, with its finding where it has one (`AwsSolutions-IAM5[Resource::*]`), to reason.
 * @throws Error when a rule id belongs to no known pack: CDK accepts unknown ids in silence.
 */
export function acknowledge(scope: IConstruct, reasons: Readonly<Record<string, string>>): void {
  for (const [rule, reason] of Object.entries(reasons)) {
    const pack = PACKS.find((name) => rule.startsWith(`${name}-`));
    if (!pack) {
      throw new Error(
        `[${scope.node.path}] cannot acknowledge "${rule}": expected a rule of ${PACKS.join(' or ')}, e.g. "AwsSolutions-S1"`,
      );
    }
    Validations.of(scope).acknowledge({ id: `${pack}::${rule}`, reason });
  }
}
