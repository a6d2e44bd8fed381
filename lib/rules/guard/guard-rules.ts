import { controlById, type Control } from '../../controls';
import type { Severity } from '../../model';
import { declaredChecks, type DeclaredCheck, type PlacedShape } from '../check';
import type { Rule } from '../rule';
import type { Clauses } from './alternatives';
import { clausesOf } from './clauses';

/** One of our rules in the language of cfn-guard. */
export interface GuardRule {
  /** Id of the rule that it was made of. */
  readonly rule: string;
  readonly control: string;
  readonly severity: Severity;
  /** Types of resources that it judges, as a variable of the file that rules of the same types share. */
  readonly subjects: { readonly name: string; readonly types: readonly string[] };
  /** The rule, whose name is `lionrock_` and the id with underscores. */
  readonly text: string;
}

/**
 * The rules that say nothing but what properties of a resource must be, in the language of cfn-guard. What an intrinsic
 * function decides, and a resource under a condition, is left to whoever sees the values. A rule that blocks from a day
 * only is left out: Guard knows no day.
 */
export function guardRules(rules: readonly Rule[]): readonly GuardRule[] {
  return rules.flatMap((rule) => {
    const control = controlById(rule.control);
    const checks = rule.scope === 'resource' && rule.blocksFrom === undefined ? declaredChecks(rule) : undefined;
    const blocks = checks?.map((check) => blockOf(check, messageOf(rule)));
    if (!control || !blocks?.every((block) => block !== undefined)) return [];
    const subjects = { name: nameOf(rule.types), types: rule.types };
    const { id, control: evidenced } = rule;
    return [
      { rule: id, control: evidenced, severity: severityOf(rule, control), subjects, text: textOf(rule, blocks) },
    ];
  });
}

function severityOf(rule: Rule, control: Control): Severity {
  return rule.severity ?? control.severity;
}

/** `AWS::EFS::FileSystem` is `efs_filesystem`. */
function nameOf(types: readonly string[]): string {
  const names = types.map((type) =>
    type
      .replace(/^AWS::/, '')
      .replaceAll(/\W+/g, '_')
      .toLowerCase(),
  );
  return names.join('_or_');
}

function textOf({ id, types }: Rule, blocks: readonly string[]): string {
  const subjects = nameOf(types);
  return [
    `rule lionrock_${id.replaceAll('-', '_')} when %${subjects} !empty {`,
    `  %${subjects} {`,
    ...blocks,
    '  }',
    '}',
  ].join('\n');
}

function messageOf({ id, control, message, remediation }: Rule): string {
  return `${control} ${id}: ${message} ${remediation}`.replaceAll(/[<>]/g, '');
}

function blockOf({ path, shape, when }: DeclaredCheck, message: string): string | undefined {
  const conditions = when ? conditionsOf(when) : [];
  const [list, ...below] = path.split('[]');
  if (!conditions || below.length > 1 || list === undefined) return undefined;
  const checks =
    below.length === 0
      ? written(clausesOf(shape, `Properties.${path}`, 'perhaps'), message)
      : ofItems(`Properties.${list}`, written(clausesOf(shape, ['this', below[0]].join(''), 'perhaps'), message));
  if (checks === undefined || conditions.length === 0) return checks;
  return `    when ${conditions.map((tests) => tests.join(' or ')).join('\n         ')} {\n${checks}\n    }`;
}

function conditionsOf({ path, shape }: PlacedShape): Clauses | undefined {
  return path.includes('[]') ? undefined : clausesOf(shape, `Properties.${path}`, 'surely');
}

function ofItems(list: string, checks: string | undefined): string | undefined {
  return checks && `    when ${list} is_list {\n      ${list}[*] {\n${checks}\n      }\n    }`;
}

function written(clauses: Clauses | undefined, message: string): string | undefined {
  return clauses?.map((tests) => `      ${tests.join(' or\n      ')} <<${message}>>`).join('\n');
}
