import type * as cdk from 'aws-cdk-lib';
import type { IApplyRule, NagPack } from 'cdk-nag';
import { NAG_PACKS, type NagPackName } from '../../names';
import type { Installed } from '../installed';
import { reasonOf } from '../reason-of';

/** One answer of one rule on one resource. */
export interface NagAnswer {
  readonly logicalId: string;
  /** Id of the rule, with the name of the pack; for a finding within a resource `Pack-Rule[finding]`. */
  readonly rule: string;
  /** Name of the rule's function: the same in all packs, and it says what the rule is about. */
  readonly name: string;
  readonly status: 'pass' | 'fail' | 'unknown';
  readonly level: string;
  readonly info: string;
  readonly explanation: string;
  /** For unknown: what the rule threw. */
  readonly threw?: string;
}

export interface NagRecord {
  readonly answers: readonly NagAnswer[];
  /** Rules that were asked, also of resources that they do not apply to. */
  readonly asked: number;
}

/**
 * A pack of cdk-nag that keeps every answer. Upstream reports violations only, and one that threw looks like the others,
 * so the one method through which a pack applies its rules is replaced on the instance. Nothing is acknowledged here: what
 * a template says of itself silences no rule.
 */
export class NagRecorder {
  private readonly pack: NagPack;
  private answers: NagAnswer[] = [];
  private asked = 0;

  constructor(
    readonly name: NagPackName,
    private readonly installed: Installed,
  ) {
    this.pack = new installed.nag[NAG_PACKS[name]]();
    Object.defineProperty(this.pack, 'applyRule', { value: (params: IApplyRule) => this.apply(params) });
  }

  record(stack: cdk.Stack): NagRecord {
    this.answers = [];
    this.asked = 0;
    this.pack.validateScope(stack);
    return { answers: this.answers, asked: this.asked };
  }

  private apply(params: IApplyRule): void {
    this.asked += 1;
    const { NON_COMPLIANT, NOT_APPLICABLE } = this.installed.nag.NagRuleCompliance;
    try {
      const result = params.rule(params.node);
      if (Array.isArray(result) && result.length > 0) {
        for (const finding of result) this.add(params, 'fail', { finding });
      } else if (result !== NOT_APPLICABLE) this.add(params, result === NON_COMPLIANT ? 'fail' : 'pass');
    } catch (error) {
      this.add(params, 'unknown', { threw: reasonOf(error) });
    }
  }

  private add(params: IApplyRule, status: NagAnswer['status'], more: { finding?: string; threw?: string } = {}): void {
    const { node, level, info, explanation, ruleSuffixOverride: suffix = nameOf(params) } = params;
    const { finding, threw } = more;
    this.answers.push({
      logicalId: node.node.id,
      rule: `${this.name}-${suffix}${finding === undefined ? '' : `[${finding}]`}`,
      name: nameOf(params),
      status,
      level,
      info,
      explanation,
      ...(threw === undefined ? {} : { threw }),
    });
  }
}

function nameOf(params: IApplyRule): string {
  return params.rule.name;
}
