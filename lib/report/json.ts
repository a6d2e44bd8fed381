import type { Finding, Result } from '../model';

/** Keys of a finding in the order of the contract: the same bytes for the same result, whoever made the finding. */
const FINDING_KEYS = [
  'id',
  'status',
  'rule',
  'control',
  'category',
  'severity',
  'message',
  'remediation',
  'template',
  'logicalId',
  'resourceType',
  'constructPath',
  'property',
  'location',
  'source',
  'evidence',
  'witness',
  'waiver',
  'frameworks',
  'baselineState',
] as const satisfies readonly (keyof Finding)[];

/** The findings document as text: `--format json`. The same result gives the same bytes. */
export function jsonReport(result: Result): string {
  const { schemaVersion, verdict, tool, profile, inputs, summary, baseline } = result;
  const { findings, waivers, warnings, errors } = result;
  const document = {
    schemaVersion,
    verdict,
    tool,
    profile,
    inputs,
    summary,
    baseline,
    findings: findings.map(inOrder),
    waivers,
    warnings,
    errors,
  };
  return `${JSON.stringify(document, undefined, 2)}\n`;
}

function inOrder(finding: Finding): object {
  return Object.fromEntries(FINDING_KEYS.map((key) => [key, finding[key]]));
}
