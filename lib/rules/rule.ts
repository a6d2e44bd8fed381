import type { Category, Severity, Transfer, WitnessHop } from '../model';
import type { Profile } from '../profiles';
import type { AccountPlace, Graph, Resource } from '../template';

/** What a rule says of one resource. */
export interface RuleResult {
  readonly status: 'pass' | 'fail' | 'unknown' | 'not-applicable';
  /** Dotted path of the property that decided: `Properties.BucketEncryption`. */
  readonly property?: string;
  readonly observed?: unknown;
  readonly expected?: unknown;
  /** For unknown: what could not be resolved. For not applicable: why, where somebody should know. */
  readonly because?: string;
  /**
   * For unknown: what decides is handed over by another stack, and the rule tells by the properties of the resource alone once
   * it is known.
   */
  readonly toldByResource?: true;
  /** The way of packets or data that shows it, hop by hop. */
  readonly witness?: readonly WitnessHop[];
  /** For a rule over an estate: the resource on which it found this. Default: the first one of its types. */
  readonly on?: Resource;
  /** Tells results on one resource apart, in words that edits of the templates leave: `from internet to portal/data`. */
  readonly subject?: string;
  /** For unknown: the rule itself threw; set by `evaluateRules`, never by a rule. */
  readonly threw?: true;
}

export interface RuleContext {
  readonly graph: Graph;
  readonly profile: Profile;
  /** What is registered; undefined where nobody gave a register, and claims of templates are all there is. */
  readonly declared?: Declared | undefined;
}

/** What the register of a landing zone holds, on a day. */
export interface Declared {
  readonly transfers: readonly Transfer[];
  /** The accounts of the landing zone. */
  readonly accounts: readonly DeclaredAccount[];
  /** Actions that may be called in every region, beside those of global services: patterns. @default none */
  readonly allowedEverywhere?: readonly string[];
  /** Day of the judgement, as YYYY-MM-DD. */
  readonly today: string;
}

/** An account, and where in the organisation it stands. */
export interface DeclaredAccount extends AccountPlace {
  readonly name: string;
}

/** What a rule says, as a list. */
export function listed(said: RuleResult | readonly RuleResult[]): readonly RuleResult[] {
  return isOne(said) ? [said] : said;
}

/** Whether it is one result. */
export function isOne(said: RuleResult | readonly RuleResult[]): said is RuleResult {
  return !Array.isArray(said);
}

/** A predicate over resolved resources that evidences a control. One rule, one file. */
export interface Rule {
  /** Kebab-case and stable: `s3-bucket-encrypted`. */
  readonly id: string;
  /** Control that it evidences: `KEY-01`. */
  readonly control: string;
  /** Overrides the control's. */
  readonly category?: Category;
  /** Overrides the control's. */
  readonly severity?: Severity;
  /**
   * First day on which its findings block, in the profile's time zone, as YYYY-MM-DD; before it they are warnings. Lets a new
   * rule be known before it stops anybody. Default: from the start.
   */
  readonly blocksFrom?: string;
  /** What is wrong when it fails, in one sentence for the person who must mend it. */
  readonly message: string;
  /** How to mend it, in one sentence. */
  readonly remediation: string;
  /** Resource types that it judges; `*` for all of them, see also `PARAMETER`, `OUTPUT` and `TEMPLATE`. */
  readonly types: readonly string[];
  /** Where it runs: for each resource, or once for a whole unit that is an estate (anchored on a resource of `types`). */
  readonly scope: 'resource' | 'estate';
  /** For a rule over an estate: it says of each part by itself what it says of the whole, given the accounts of the others. */
  readonly holdsOfParts?: true;
  evaluate(resource: Resource, context: RuleContext): RuleResult | readonly RuleResult[];
}

/** A rule and what it said of one resource. */
export interface RuleOutcome {
  readonly rule: Rule;
  readonly resource: Resource;
  readonly result: RuleResult;
}
