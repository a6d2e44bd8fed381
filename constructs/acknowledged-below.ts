import { Validations } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';

/** `Pack::Pack-Rule`: CDK itself acknowledges rules of other checkers. */
const PACKED = /^(.+)::(\1-.+)$/;

/**
 * All reasons that stand on a construct and below it, by rule of cdk-nag's packs, as `acknowledge` takes them: for a stack that
 * is delivered as a text, without the constructs on which they stood. Of several for one rule the first counts.
 */
export function acknowledgedBelow(scope: IConstruct): Readonly<Record<string, string>> {
  const given = scope.node
    .findAll()
    .flatMap(({ node }) => node.metadata)
    .filter(({ type }) => type === Validations.ACKNOWLEDGED_RULES_METADATA_KEY)
    .flatMap(({ data }) => Object.entries<unknown>(data ?? {}))
    .flatMap(([id, reason]) => {
      const [, , rule] = PACKED.exec(id) ?? [];
      return rule === undefined ? [] : [[rule, String(reason)] as const];
    });
  return Object.fromEntries(given.toReversed());
}
