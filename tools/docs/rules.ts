import { CONTROLS, type Control } from '../../lib/controls';
import { RULES, type Rule } from '../../lib/rules';

const cell = (text: string): string => text.replaceAll('|', '\\|').replaceAll('*', '\\*').replaceAll('\n', ' ');

function frameworks(control: Control): string {
  return control.frameworks.map(({ framework, clauses }) => `${framework} ${clauses.join(', ')}`).join('; ');
}

function controlRow(control: Control): string {
  const rules = RULES.filter((rule) => rule.control === control.id);
  const evidence =
    rules.length > 0
      ? rules.map((rule) => `[${rule.id}](rules.md#${rule.id})`).join(', ')
      : control.enforcement === 'evidence'
        ? 'by evidence outside templates'
        : 'no rule yet';
  return `| ${control.id} | ${cell(control.title)} | ${control.severity} | ${control.enforcement} | ${cell(frameworks(control))} | ${evidence} |`;
}

function controlsPage(): string {
  const evidenced = CONTROLS.filter(({ id }) => RULES.some((rule) => rule.control === id)).length;
  const areas = [...new Set(CONTROLS.map((control) => control.area))];
  const sections = areas.map((area) => {
    const rows = CONTROLS.filter((control) => control.area === area).map(controlRow);
    const head =
      '| Control | Title | Severity | Enforcement | Frameworks | Rules |\n| --- | --- | --- | --- | --- | --- |';
    return `## ${area}\n\n${head}\n${rows.join('\n')}`;
  });
  return [
    '# Controls',
    `Generated from \`lib/controls\` and \`lib/rules\`: ${CONTROLS.length} controls, ${evidenced} of them evidenced by ${RULES.length} rules. How far a clause was checked is printed by \`lionrock explain ID\`.`,
    ...sections,
  ].join('\n\n');
}

function ruleSection(rule: Rule): string {
  return [
    `## ${rule.id}`,
    `Control ${rule.control}; ${rule.scope === 'estate' ? 'judges the whole estate' : `judges ${rule.types.map((type) => `\`${type}\``).join(', ')}`}.`,
    `${cell(rule.message)} ${cell(rule.remediation)}`,
  ].join('\n\n');
}

/** The table of controls and the list of rules. */
export function rulesDocs(): Record<string, string> {
  const rules = RULES.toSorted((a, b) => (a.id < b.id ? -1 : 1));
  return {
    'docs/generated/controls.md': controlsPage(),
    'docs/generated/rules.md': [
      '# Rules',
      `Generated from \`lib/rules\`: ${rules.length} rules.`,
      ...rules.map(ruleSection),
    ].join('\n\n'),
  };
}
