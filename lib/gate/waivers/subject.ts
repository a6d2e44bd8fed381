import { controlById, CONTROLS } from '../../controls';
import { nearest, SEVERITIES, type Finding, type Severity, type Waiver } from '../../model';
import { currentIds, retiredById } from '../../rules';
import { ruleSet, type RuleEntry } from '../rule-set';

/** From which requirement is waived. */
type Subject = Pick<Waiver, 'control' | 'rule'>;

/** Our own rules and controls are called `bucket-versioned` and `LOG-05`; other engines' ids look otherwise. */
const OWN_RULE = /^[a-z0-9-]+$/;

/** Whether a waiver is about the requirement that a finding is about. */
export function concerns({ control, rule }: Subject, finding: Pick<Finding, 'control' | 'rule'>): boolean {
  if (rule !== undefined && !currentIds(rule).includes(finding.rule)) return false;
  return control === undefined || (finding.control !== null && currentIds(control).includes(finding.control));
}

/** The worst severity among the rules from which is waived; undefined for a rule of another engine. */
export function severityOf({ control, rule }: Subject): Severity | undefined {
  const rules = rule === undefined ? undefined : rulesCalled(rule);
  const severities =
    rules?.map(({ severity }) => severity) ??
    (control === undefined ? [] : currentIds(control).flatMap((id) => severitiesUnder(id)));
  return SEVERITIES.find((severity) => severities.includes(severity));
}

function severitiesUnder(control: string): readonly string[] {
  const rules = ruleSet().filter((rule) => rule.control === control);
  return [controlById(control)?.severity ?? '', ...rules.map(({ severity }) => severity)];
}

function rulesCalled(id: string): readonly RuleEntry[] {
  const current = currentIds(id);
  return ruleSet().filter((rule) => current.includes(rule.id));
}

/** What is wrong with a subject, by key, in words for "expected …" and "remedy …". */
export interface SubjectProblem {
  readonly key: 'control' | 'rule';
  readonly message: string;
  readonly expected: string;
  readonly remedy: string;
}

/** Ids that nothing is called by, or that nothing has taken the place of; a rule that is not one of the control. */
export function subjectProblems({ control, rule }: Subject): readonly SubjectProblem[] {
  const controls = CONTROLS.map(({ id }) => id);
  const rules = ruleSet().map(({ id }) => id);
  const problems = [
    ...(control === undefined ? [] : idProblems('control', control, controls)),
    ...(rule === undefined || !isOwn(rule, rules) ? [] : idProblems('rule', rule, rules)),
  ];
  if (problems.length > 0 || control === undefined || rule === undefined) return problems;
  const current = currentIds(control);
  const other = rulesCalled(rule).find((entry) => !current.includes(entry.control));
  if (!other) return [];
  return [
    {
      key: 'control',
      message: `rule "${rule}" evidences ${other.control}, not ${control}`,
      expected: `the control of the rule, ${other.control}`,
      remedy: `write ${other.control}, or leave one of the two out`,
    },
  ];
}

function isOwn(rule: string, known: readonly string[]): boolean {
  return OWN_RULE.test(rule) || known.includes(rule.toLowerCase());
}

function idProblems(key: 'control' | 'rule', id: string, known: readonly string[]): readonly SubjectProblem[] {
  const current = currentIds(id);
  if (current.length > 0 && current.every((each) => known.includes(each))) return [];
  const retired = retiredById(id);
  if (retired && current.length === 0) {
    const message = `${key} "${id}" is no longer in use, and nothing took its place: ${retired.why}`;
    return [{ key, message, expected: `a ${key} that is in use`, remedy: 'remove the waiver' }];
  }
  const near = nearest(id, known);
  return [
    {
      key,
      message: `no ${key} is called "${id}"${near === undefined ? '' : `: did you mean "${near}"?`}`,
      expected: `a ${key} of docs/generated/${key}s.md`,
      remedy: near === undefined ? `correct the id of the ${key}` : `write "${near}"`,
    },
  ];
}
