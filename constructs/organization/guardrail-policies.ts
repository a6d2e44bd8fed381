import { aws_organizations as organizations } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import type { AttachedGuardrail } from './attached-guardrail';
import { guardrailProblems } from './check-guardrails';
import { packGuardrails } from './pack-guardrails';

/** Properties of {@link GuardrailPolicies}. */
export interface GuardrailPoliciesProps {
  /** The policies and their targets, in any order. */
  readonly guardrails: readonly AttachedGuardrail[];
  /**
   * Join service and resource control policies with the same targets into few documents ({@link packGuardrails}). One
   * policy for each guardrail is easier to review; pack when a target has too many.
   * @default false
   */
  readonly packed?: boolean;
}

/**
 * Organisation policies, attached. Belongs into the management account (or the delegated administrator of policies);
 * the policy types must be enabled in the organisation, which CloudFormation cannot do. Sizes, numbers per target and
 * the form of targets are checked here, before AWS refuses them. Evidence for GOV-08, GOV-09, LOG-11, RES-01, RES-14.
 */
export class GuardrailPolicies extends Construct {
  /** Ids of the policies by name. */
  readonly policyIds: Readonly<Record<string, string>>;

  /** @throws Error that lists everything wrong with the guardrails: names, targets, sizes, numbers per target. */
  constructor(scope: Construct, id: string, props: GuardrailPoliciesProps) {
    super(scope, id);
    const attached = props.packed ? packGuardrails(props.guardrails) : props.guardrails;
    const problems = guardrailProblems(attached);
    if (problems.length > 0) throw new Error(`[${this.node.path}] ${problems.join('\n  ')}`);
    const policies = attached.map((entry) => this.policy(entry));
    // AWS Organizations refuses concurrent changes, and CloudFormation would make them all at once.
    for (const [index, policy] of policies.entries()) {
      const previous = policies[index - 1];
      if (previous) policy.addResourceDependency(previous);
    }
    this.policyIds = Object.fromEntries(policies.map((policy) => [policy.name, policy.attrId]));
  }

  private policy({ guardrail, targets }: AttachedGuardrail): organizations.CfnPolicy {
    return new organizations.CfnPolicy(this, guardrail.name, {
      name: guardrail.name,
      type: guardrail.type,
      description: guardrail.description,
      content: guardrail.document,
      targetIds: [...targets],
    });
  }
}
