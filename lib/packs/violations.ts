import type { PolicyViolation } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';
import { acknowledgementOf, type Acknowledgement } from './acknowledgements';

/** One thing that is wrong with one resource. */
export interface Violation {
  /** As CDK reports it, with this resource alone. */
  readonly policy: PolicyViolation;
  readonly construct: IConstruct;
  readonly acknowledgement: Acknowledgement | undefined;
}

/** Violations that somebody acknowledged, as CDK lists them in its report. */
export interface SuppressedViolation extends PolicyViolation {
  readonly acknowledgedId: string;
  readonly reason: string;
  /** Path of the construct on which the acknowledgement stands. */
  readonly acknowledgedAt: string;
}

/** What nobody may acknowledge: that something was not judged. */
export const FATAL = 'fatal';

/** With the nearest acknowledgement; none for what is fatal. */
export function violationOn(construct: IConstruct, pack: string, policy: PolicyViolation): Violation {
  const isFatal = policy.severity === FATAL;
  return {
    policy,
    construct,
    acknowledgement: isFatal ? undefined : acknowledgementOf(construct, pack, policy.ruleName),
  };
}

/** Whether synthesis may go on: nothing of level Error is left without a reason. */
export function isSuccess(violations: readonly Violation[]): boolean {
  return violations.every(({ policy: { severity }, acknowledgement }) => {
    return acknowledgement !== undefined || (severity !== 'error' && severity !== FATAL);
  });
}

/** Violations as CDK reports them: resources together for which a rule says the same. */
export function grouped(violations: readonly Violation[]): PolicyViolation[] {
  const policies = violations.map(({ policy }) => policy);
  return merged(policies, ({ ruleName, description }) => `${ruleName}\n${description}`);
}

/** Acknowledged violations: resources together for which a rule says the same and that have one reason. */
export function groupedSuppressed(violations: readonly Violation[]): SuppressedViolation[] {
  const suppressed = violations.flatMap(({ policy, acknowledgement }) => {
    if (!acknowledgement) return [];
    const { id, reason, on } = acknowledgement;
    return [{ ...policy, acknowledgedId: id, reason, acknowledgedAt: on.node.path }];
  });
  return merged(suppressed, ({ ruleName, description, acknowledgedAt }) => {
    return `${ruleName}\n${description}\n${acknowledgedAt}`;
  });
}

function merged<V extends PolicyViolation>(violations: readonly V[], keyOf: (violation: V) => string): V[] {
  const byKey = new Map<string, V>();
  for (const violation of violations) {
    const key = keyOf(violation);
    const group = byKey.get(key) ?? { ...violation, violatingResources: [] };
    group.violatingResources.push(...violation.violatingResources);
    byKey.set(key, group);
  }
  return [...byKey.values()];
}
