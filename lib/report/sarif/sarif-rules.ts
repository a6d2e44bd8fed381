import type { ReportingDescriptor } from 'sarif';
import { controlById } from '../../controls';
import type { Finding, Severity } from '../../model';
import { grouped } from '../grouped';
import { worstSeverity } from '../words';
import { bounded, LIMITS } from './limits';
import { relationshipsOf } from './taxonomies';

/** How grave GitHub shows a rule: it reads a score as of CVSS (https://nvd.nist.gov/vuln-metrics/cvss). */
const SCORES: Readonly<Record<Severity, string>> = { critical: '9.5', high: '8.0', medium: '5.5', low: '2.0' };

/** GitHub's own word for it. */
const PROBLEM: Readonly<Record<Severity, string>> = {
  critical: 'error',
  high: 'error',
  medium: 'warning',
  low: 'recommendation',
};

const LEVELS: Readonly<Record<Severity, 'error' | 'warning' | 'note'>> = {
  critical: 'error',
  high: 'error',
  medium: 'warning',
  low: 'note',
};

/** The level of SARIF for a severity. */
export function levelOf(severity: Severity): 'error' | 'warning' | 'note' {
  return LEVELS[severity];
}

/** The rules that these findings are of, in the order of their ids, with help. */
export function rulesOf(findings: readonly Finding[]): readonly ReportingDescriptor[] {
  const byRule = grouped(findings, ({ rule }) => rule);
  return [...byRule].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, members]) => ruleOf(members));
}

function ruleOf(findings: readonly [Finding, ...Finding[]]): ReportingDescriptor {
  const [{ rule, control, category, message }] = findings;
  const found = control === null ? undefined : controlById(control);
  const severity = worstSeverity(findings);
  const tags = ['security', category, ...(control === null ? [] : [control])].slice(0, LIMITS.tags);
  const relationships = relationshipsOf(findings[0]);
  return {
    id: rule,
    name: nameOf(rule),
    shortDescription: { text: bounded(message) },
    fullDescription: { text: bounded(found ? `${message} ${found.id} ${found.title}: ${found.statement}` : message) },
    help: helpOf(findings[0]),
    defaultConfiguration: { level: levelOf(severity) },
    ...(relationships.length > 0 ? { relationships: [...relationships] } : {}),
    properties: {
      tags,
      precision: 'high',
      'problem.severity': PROBLEM[severity],
      'security-severity': SCORES[severity],
    },
  };
}

/** `rds-not-public` as `RdsNotPublic`: names of rules are in this form. */
function nameOf(rule: string): string {
  return rule
    .split(/[^A-Za-z0-9]+/)
    .map((word) => word.slice(0, 1).toUpperCase() + word.slice(1))
    .join('');
}

function helpOf({ rule, control, message, remediation, frameworks = {} }: Finding): ReportingDescriptor['help'] {
  const found = control === null ? undefined : controlById(control);
  const why = found ? `${found.id} ${found.title}: ${found.statement}` : '';
  const clauses = Object.entries(frameworks).map(([framework, list]) => `${framework}: ${list.join(', ')}`);
  const parts: readonly (readonly [string, string])[] = [
    ['What is wrong', message],
    ['Why it matters', why],
    ['How to mend it', remediation],
    ['Who asks for it', clauses.join('; ')],
    ['More', `lionrock explain ${rule}`],
  ];
  const told = parts.filter(([, text]) => text !== '');
  return {
    text: told.map(([title, text]) => `${title}: ${text}`).join('\n'),
    markdown: told
      .map(([title, text]) => `**${title}**: ${title === 'More' ? `\`${text}\`` : plain(text)}`)
      .join('\n\n'),
  };
}

/** Text that Markdown shows as it is. */
function plain(text: string): string {
  return text.replaceAll(/[\\`*_[\]<>|]/g, String.raw`\$&`);
}
