import { CONTROLS, type Control } from '../../lib/controls';
import { CLAIM_RULES, DEPLOYMENT_SHOWN, DRIFT_RULES, ruleSet, versionOf, type ClaimRule } from '../../lib/gate';
import { guardRules, RETIRED, RULES, TEMPLATE, type Rule } from '../../lib/rules';
import { embed } from './embed';
import { readFileSync } from 'node:fs';

/** Rules over resources, and those over what templates claim of themselves, by id. */
const ALL: readonly (Rule | ClaimRule)[] = [...RULES, ...CLAIM_RULES].toSorted((a, b) => (a.id < b.id ? -1 : 1));

const cell = (text: string): string => text.replaceAll('|', '\\|').replaceAll('*', '\\*').replaceAll('\n', ' ');

function frameworks(control: Control): string {
  return control.frameworks.map(({ framework, clauses }) => `${framework} ${clauses.join(', ')}`).join('; ');
}

function controlRow(control: Control): string {
  const rules = ALL.filter((rule) => rule.control === control.id);
  const evidence =
    rules.length > 0
      ? rules.map((rule) => `[${rule.id}](rules.md#${rule.id})`).join(', ')
      : `none: ${cell(control.uncovered ?? '')}`;
  return `| ${control.id} | ${cell(control.title)} | ${control.severity} | ${control.enforcement} | ${cell(frameworks(control))} | ${evidence} |`;
}

function controlsPage(): string {
  const evidenced = CONTROLS.filter(({ id }) => ALL.some((rule) => rule.control === id)).length;
  const areas = [...new Set(CONTROLS.map((control) => control.area))];
  const sections = areas.map((area) => {
    const rows = CONTROLS.filter((control) => control.area === area).map(controlRow);
    const head =
      '| Control | Title | Severity | Enforcement | Frameworks | Rules |\n| --- | --- | --- | --- | --- | --- |';
    return `## ${area}\n\n${head}\n${rows.join('\n')}`;
  });
  return [
    '# Controls',
    `Generated from \`lib/controls\` and \`lib/rules\`: ${CONTROLS.length} controls, ${evidenced} of them evidenced by ${ALL.length} rules; the others say why not. How far a clause was checked is printed by \`lionrock explain ID\`.`,
    ...sections,
  ].join('\n\n');
}

function ruleSection(rule: Rule | ClaimRule): string {
  return [
    `## ${rule.id}`,
    `Control ${rule.control}; judges ${judged(rule)}.`,
    `${cell(rule.message)} ${cell(rule.remediation)}`,
  ].join('\n\n');
}

function judged(rule: Rule | ClaimRule): string {
  if (DRIFT_RULES.some(({ id }) => id === rule.id)) return 'what is deployed, against what was designed';
  if (rule.id === DEPLOYMENT_SHOWN.id) return 'what is deployed, and no template shows';
  if (!('types' in rule)) return 'what templates claim of themselves, against the landing zone’s config';
  if (rule.scope === 'estate') return 'the whole estate';
  return rule.types.map((type) => (type === TEMPLATE ? 'the template as a whole' : `\`${type}\``)).join(', ');
}

function guardList(guard: ReturnType<typeof guardRules>): string {
  const names = guard.map(({ rule }) => `[${rule}](generated/rules.md#${rule})`);
  return `${guard.length} of ${RULES.length} rules over resources: ${names.join(', ')}.`;
}

/** The table of controls and the list of rules. */
export function rulesDocs(): Record<string, string> {
  const guard = guardRules(RULES);
  return {
    'constructs/organization/guard-rules.json': JSON.stringify(guard),
    // The config is read without the constructs: it knows the rules by their ids.
    'lib/config/checks/guard-rule-ids.json': JSON.stringify(guard.map(({ rule }) => rule)),
    'docs/hook.md': embed(readFileSync('docs/hook.md', 'utf8'), 'guard rules', guardList(guard)),
    'docs/generated/controls.md': controlsPage(),
    'docs/generated/rule-set.json': JSON.stringify({
      version: versionOf(ruleSet()),
      rules: ruleSet(),
      retired: RETIRED,
    }),
    'docs/generated/rules.md': [
      '# Rules',
      `Generated from \`lib/rules\` and \`lib/gate/claims\`: ${ALL.length} rules.`,
      ...ALL.map(ruleSection),
    ].join('\n\n'),
  };
}
