import { controlById } from '../../controls';
import type { Count, FamilyCount, Finding, GateResult, GlanceReview, ReviewTemplate, Severity } from '../../model';
import { applicableControls } from './applicable';
import type { ReviewBasis } from './basis';
import { inputsDigest } from './templates';

/**
 * What is read first.
 * @param paths The units that were judged.
 */
export function glanceReview(
  result: GateResult,
  templates: readonly ReviewTemplate[],
  paths: readonly string[],
  { profile, registers, now }: ReviewBasis,
): GlanceReview {
  const { verdict, reasons, tool, inputs, summary, baseline, warnings, errors } = result;
  const { id, title, framework, timeZone } = profile;
  const digest = inputsDigest(templates);
  const accounts = registers?.accounts ?? [];
  const { levels } = profile.classification;
  return {
    verdict,
    reasons,
    subject: registers?.landingZone ?? paths.join(', '),
    ...(registers ? { landingZone: registers.landingZone, deploymentModel: registers.deploymentModel } : {}),
    profile: { id, title, framework },
    classifications: countsOf(accounts.map(({ classification }) => classification)).toSorted(
      (a, b) => levels.indexOf(a.name) - levels.indexOf(b.name),
    ),
    systemTiers: countsOf(accounts.map(({ systemTier }) => String(systemTier))),
    judgedAt: now.toISOString(),
    timeZone,
    tool: { version: tool.version, ruleSet: tool.ruleSet },
    inputs: {
      templates: inputs.length,
      resources: inputs.reduce((sum, { resources }) => sum + resources, 0),
      evaluations: result.evaluated,
      ...(digest === undefined ? {} : { digest }),
    },
    summary,
    ...(baseline ? { baseline } : {}),
    families: familiesOf(result.findings),
    coverage: coverageOf(result, registers),
    warnings,
    errors,
  };
}

function coverageOf({ controls }: GateResult, registers: ReviewBasis['registers']): GlanceReview['coverage'] {
  const applicable = applicableControls(registers);
  const evidenced = new Set(controls);
  return { evidenced: applicable.filter(({ id }) => evidenced.has(id)).length, applicable: applicable.length };
}

/** Each text once with how often it stands there, in the order of texts. */
function countsOf(texts: readonly string[]): Count[] {
  const counts = new Map<string, number>();
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1);
  return [...counts].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([name, count]) => ({ name, count }));
}

function familiesOf(findings: readonly Finding[]): readonly FamilyCount[] {
  const families = new Map<string, { fail: Record<Severity, number>; unknown: number; waived: number }>();
  for (const { status, severity, control } of findings) {
    if (status === 'pass') continue;
    const family = familyOf(control);
    const counts = families.get(family) ?? { fail: noneFailed(), unknown: 0, waived: 0 };
    families.set(family, counts);
    if (status === 'fail') counts.fail[severity] += 1;
    else counts[status] += 1;
  }
  return [...families].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([family, counts]) => ({ family, ...counts }));
}

/** The letters of a control's id; rules that map to none stand together. */
function familyOf(control: string | null): string {
  return control !== null && controlById(control) ? control.replace(/-.*/, '') : 'other';
}

function noneFailed(): Record<Severity, number> {
  return { critical: 0, high: 0, medium: 0, low: 0 };
}
