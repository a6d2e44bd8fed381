import { createHash } from 'node:crypto';
import { SEVERITIES, type Severity } from '../../lib/model';
import RULES from './guard-rules.json';

/** Which of the rules a Guard hook holds. */
export interface GuardRuleChoice {
  /** Rules that block: all, or those of this severity and worse. @default 'all' */
  readonly failOn?: 'all' | Severity;
  /**
   * Ids of rules that are left to the gate, such as those that waivers name: Guard knows no waivers.
   * @default - none
   */
  readonly except?: readonly string[];
}

/** A rule of such a file, and the variable that it uses. */
export interface GuardFileRule {
  readonly subjects: { readonly name: string; readonly types: readonly string[] };
  readonly text: string;
}

/**
 * Rules of the gate in the language of cfn-guard: those that say nothing but what properties of a resource must be.
 * @throws Error when `except` names none of them, or leaves none.
 */
export function guardRuleText({ failOn = 'all', except = [] }: GuardRuleChoice): string {
  const unknown = except.filter((id) => !isGuardRule(id));
  if (unknown.length > 0) {
    throw new Error(
      `found the rule ${unknown.join(', ')} in except, expected rules of the Guard hook: docs/hook.md lists them`,
    );
  }
  const severities = failOn === 'all' ? SEVERITIES : SEVERITIES.slice(0, SEVERITIES.indexOf(failOn) + 1);
  const chosen = RULES.filter(
    ({ rule, severity }) => !except.includes(rule) && severities.some((each) => each === severity),
  );
  if (chosen.length === 0) throw new Error('a Guard hook needs a rule: all are in except, or below failOn');
  return guardFile(chosen);
}

/** Rules as one file: what Guard looks for is found once for all rules over the same types, which saves it most of its time. */
export function guardFile(rules: readonly GuardFileRule[]): string {
  const subjects = new Map(rules.map((rule) => [rule.subjects.name, rule.subjects.types]));
  return [
    "let plain = Resources.*[ Condition !exists Properties.'Fn::Transform' !exists ]",
    ...[...subjects].map(([name, types]) => `let ${name} = %plain[ Type ${oneOf(types)} ]`),
    ...rules.map(({ text }) => `\n${text}`),
    '',
  ].join('\n');
}

function oneOf(types: readonly string[]): string {
  const quoted = types.map((type) => `'${type}'`);
  return types.length === 1 ? `== ${quoted.join('')}` : `in [${quoted.join(', ')}]`;
}

/** Whether a rule of the gate is one of the Guard hook's too. */
export function isGuardRule(id: string): boolean {
  return RULES.some(({ rule }) => rule === id);
}

/** Name under which the rules lie in the bucket: by their content. */
export function guardRuleKey(text: string): string {
  return `deployment-hook/${createHash('sha256').update(text).digest('hex')}.guard`;
}
