import { SEVERITIES, type Finding, type GateResult } from '../../model';
import { counted, labelled, type Paint } from '../layout';

const COLUMN = 11;

/** The sums, and the verdict with its reasons: what is read first, at the end of the output. */
export function summaryLines(result: GateResult, paint: Paint): string[] {
  const resources = result.inputs.reduce((sum, input) => sum + input.resources, 0);
  const { verdict, profile, controls, inputs, baseline } = result;
  const colour = verdict === 'pass' ? paint.good : verdict === 'fail' ? paint.bad : paint.doubt;
  const [first = 'all that was judged passes', ...rest] = result.reasons;
  const [verdictLine = '', ...more] = labelled(
    'Verdict',
    [`${verdict.toUpperCase()}: ${first}`, ...rest].join('; '),
    0,
    COLUMN,
  );
  return [
    ...labelled(
      'Judged',
      `${counted(inputs.length, 'template')} with ${counted(resources, 'resource')}, profile ${profile}`,
      0,
      COLUMN,
    ),
    ...labelled('Controls', `${controls.length} with evidence`, 0, COLUMN),
    ...labelled('Findings', findingsText(result), 0, COLUMN),
    ...(baseline
      ? labelled('Baseline', `${baseline.new} new, ${baseline.fixed} fixed, ${baseline.unchanged} unchanged`, 0, COLUMN)
      : []),
    verdictLine.replace(verdict.toUpperCase(), (word) => colour(paint.bold(word))),
    ...more,
  ];
}

function findingsText({ findings, summary }: GateResult): string {
  const severities = severitiesOf(findings);
  return [
    `${summary.fail} failed${severities === '' ? '' : ` (${severities})`}`,
    `${summary.unknown} unknown`,
    ...(summary.waived > 0 ? [`${summary.waived} waived`] : []),
    `${summary.pass} passed`,
  ].join(', ');
}

function severitiesOf(findings: readonly Finding[]): string {
  const failed = findings.filter(({ status }) => status === 'fail');
  return SEVERITIES.flatMap((severity) => {
    const number = failed.filter((finding) => finding.severity === severity).length;
    return number > 0 ? [`${number} ${severity}`] : [];
  }).join(', ');
}
