import type { Finding, GateResult } from '../../model';
import type { Unit } from '../../template';
import { Comparison } from './comparison';
import type { Baseline } from './read-baseline';

/** What a baseline says by the rules of today. */
export interface JudgedBaseline {
  readonly findings: readonly Finding[];
  /** Only of templates: a saved result does not say what they held. */
  readonly comparison?: Comparison;
  /** The name of a file of the baseline, for people. */
  readonly nameOf: (path: string) => string;
}

/** @param judge judges templates by the rules, registers and engines of the run */
export async function judgeBaseline(
  baseline: Baseline,
  judge: (unit: Unit) => Promise<GateResult>,
): Promise<JudgedBaseline> {
  if (baseline.kind === 'result') return { findings: baseline.findings, nameOf: (path) => path };
  const { unit, nameOf } = baseline;
  const { findings } = await judge(unit);
  return { findings, comparison: new Comparison(unit), nameOf };
}

/** A finding with the names of files as people know them. */
export function renamed(finding: Finding, nameOf: (path: string) => string): Finding {
  const { template, location } = finding;
  return {
    ...finding,
    template: nameOf(template),
    ...(location ? { location: { ...location, file: nameOf(location.file) } } : {}),
  };
}
