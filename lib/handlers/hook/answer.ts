import { SEVERITIES, type Finding, type GateResult } from '../../model';
import type { HookRequest } from './request';
import type { Mode } from './settings';

/** What CloudFormation expects of a Lambda hook, beside the token. */
export interface Answer {
  readonly hookStatus: 'SUCCESS' | 'FAILED';
  /** Only where it failed. */
  readonly errorCode?: 'NonCompliant' | 'InternalFailure';
  readonly message: string;
}

/** Where AWS cuts messages, in characters. */
const LIMIT = { cloudFormation: 4096, cloudControl: 1024 } as const;

/** Room for the sentence that says how many findings were left out. */
const LAST_LINE = 80;

/** The answer to a request that was judged. */
export function answerTo(request: HookRequest, result: GateResult, mode: Mode): Answer {
  if (judgedNothing(request, result)) {
    return { hookStatus: 'SUCCESS', message: `No rule judges ${request.targetName} by its properties alone.` };
  }
  const { verdict } = result;
  if (verdict === 'pass') return { hookStatus: 'SUCCESS', message: 'Lionrock: pass.' };
  const limit = request.stackId === undefined ? LIMIT.cloudControl : LIMIT.cloudFormation;
  const message = messageOf(result, limit);
  if (verdict === 'unknown' && mode === 'open') return { hookStatus: 'SUCCESS', message };
  return { hookStatus: 'FAILED', errorCode: 'NonCompliant', message };
}

/** The answer where nothing could be judged. */
export function answerToProblem(problem: string, mode: Mode): Answer {
  const message = `Lionrock could not judge: ${problem}`.slice(0, LIMIT.cloudControl);
  if (mode === 'open') return { hookStatus: 'SUCCESS', message };
  return { hookStatus: 'FAILED', errorCode: 'InternalFailure', message };
}

/** One resource that no rule judges is no omission, as a template would be. */
function judgedNothing({ brings }: HookRequest, { findings, errors }: GateResult): boolean {
  return (
    brings === 'resource' &&
    findings.length === 0 &&
    errors.length > 0 &&
    errors.every(({ kind }) => kind === 'nothing-evaluated')
  );
}

/** What must be mended, the worst first, as far as there is room. */
function messageOf({ verdict, reasons, findings, errors }: GateResult, limit: number): string {
  const head = `Lionrock: ${verdict}: ${reasons.join('; ')}.`;
  const lines = [...errors.map(({ message }) => `ERROR ${message}`), ...worstFirst(findings).map(lineOf)];
  const shown = [head];
  let room = limit - LAST_LINE - head.length;
  for (const line of lines) {
    room -= line.length + 1;
    if (room < 0) break;
    shown.push(line);
  }
  const left = lines.length - (shown.length - 1);
  return (left === 0 ? shown : [...shown, `And ${left} more: the log of the hook names them.`])
    .join('\n')
    .slice(0, limit);
}

function worstFirst(findings: readonly Finding[]): readonly Finding[] {
  return findings
    .filter(({ status }) => status === 'fail' || status === 'unknown')
    .toSorted((a, b) => rank(a) - rank(b));
}

function lineOf({ status, severity, control, rule, logicalId, message, remediation, evidence }: Finding): string {
  const what = status === 'unknown' ? `undecided: ${evidence?.because ?? message}` : message;
  return `${severity.toUpperCase()} ${[control, rule].filter(Boolean).join(' ')} on ${logicalId || 'the template'}: ${what} ${remediation}`;
}

/** What failed comes before what is undecided. */
function rank({ status, severity }: Finding): number {
  return (status === 'fail' ? 0 : SEVERITIES.length) + SEVERITIES.indexOf(severity);
}
