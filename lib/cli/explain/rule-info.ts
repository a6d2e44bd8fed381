import { controlById, type Control } from '../../controls';
import { CHANGE_RULES, CLAIM_RULES, DEPLOYMENT_SHOWN, DRIFT_RULES, TYPE_KNOWN, type ClaimRule } from '../../gate';
import { OUTPUT, PARAMETER, RULES, TEMPLATE, type Rule } from '../../rules';

/** All that is told of a rule, whatever it judges: resources, or what templates claim of themselves. */
export interface RuleInfo {
  readonly id: string;
  readonly control: Control | undefined;
  readonly category: string;
  readonly severity: string;
  readonly message: string;
  readonly remediation: string;
  /** First day on which its findings block; undefined when they do from the start. */
  readonly blocksFrom: string | undefined;
  /** What it judges, in words. */
  readonly judges: readonly string[];
}

const CLAIM = 'what templates claim of themselves (Metadata.Lionrock)';
const CHANGE = 'what a change takes away, against a baseline (--baseline)';
const DRIFT = 'what is deployed, against what was designed (lionrock drift)';
const NOT_SHOWN = 'what is deployed, and no template shows';
const NOT_KNOWN = 'resources of types that the resource schemas do not know';

/** Every rule of the gate, in the order of the ids. */
export function allRules(): readonly RuleInfo[] {
  const resources = RULES.map((rule) => infoOf(rule, judgesOf(rule)));
  const claims = CLAIM_RULES.map((rule) => infoOf(rule, [judgedBy(rule)]));
  return [...resources, ...claims].toSorted((a, b) => (a.id < b.id ? -1 : 1));
}

function judgedBy(rule: ClaimRule): string {
  if (DRIFT_RULES.includes(rule)) return DRIFT;
  if (rule === DEPLOYMENT_SHOWN) return NOT_SHOWN;
  if (rule === TYPE_KNOWN) return NOT_KNOWN;
  return CHANGE_RULES.includes(rule) ? CHANGE : CLAIM;
}

function infoOf(rule: Rule | ClaimRule, judges: readonly string[]): RuleInfo {
  const control = controlById(rule.control);
  return {
    id: rule.id,
    control,
    category: rule.category ?? control?.category ?? '',
    severity: rule.severity ?? control?.severity ?? '',
    blocksFrom: rule.blocksFrom,
    message: rule.message,
    remediation: rule.remediation,
    judges,
  };
}

function judgesOf({ scope, types }: Rule): readonly string[] {
  const named = types.map((type) => WORDS[type] ?? type);
  return scope === 'estate' ? ['the whole estate, by', ...named] : named;
}

/** Types that are no resources, in words. */
const WORDS: Readonly<Record<string, string>> = {
  '*': 'every resource',
  [OUTPUT]: 'outputs',
  [PARAMETER]: 'parameters',
  [TEMPLATE]: 'templates as a whole',
};
