import type { Resource, Unit } from '../../template';

/** A resource on which some rule passes. */
interface Passed {
  readonly template: string;
  readonly logicalId: string;
  readonly type: string;
}

/** A hook that judges what is deployed. */
const HOOKS = ['AWS::CloudFormation::LambdaHook', 'AWS::CloudFormation::GuardHook'];

/** What passes, by numbers: hundreds of thousands of evaluations need no words of their own. */
export class Passes {
  readonly resources: Passed[] = [];
  hasHook = false;
  private readonly positions = new Map<string, number>();
  private readonly byRule = new Map<string, number[]>();

  add(rule: string, { template: { path: template }, logicalId, type }: Resource): void {
    const key = `${template}\n${logicalId}`;
    const known = this.positions.get(key);
    const position = known ?? this.resources.length;
    if (known === undefined) {
      this.positions.set(key, position);
      this.resources.push({ template, logicalId, type });
    }
    const passed = this.byRule.get(rule);
    if (!passed) this.byRule.set(rule, [position]);
    else if (passed.at(-1) !== position) passed.push(position);
  }

  judged({ graph }: Unit): void {
    this.hasHook ||= HOOKS.some((type) => graph.ofType(type).length > 0);
  }

  /** Positions of the resources on which a rule passes, ascending. */
  of(rule: string): readonly number[] {
    return [...new Set(this.byRule.get(rule))].toSorted((a, b) => a - b);
  }
}
