import type { GateResult } from '../../model';
import type { Answer } from './answer';
import type { HookRequest } from './request';

/** What is known of one call when it has been answered. */
export interface Call {
  readonly token: string | undefined;
  readonly request: HookRequest | undefined;
  readonly result: GateResult | undefined;
  readonly answer: Answer;
  readonly mode: string;
  /** Why nothing could be judged. */
  readonly problem: string | undefined;
  readonly milliseconds: number;
}

/** One line of JSON: what was asked, the verdict, and findings by their ids. It holds no value of a template. */
export function logLine({ token, request, result, answer, mode, problem, milliseconds }: Call): string {
  const { account, stackId: stack, targetName: target, logicalId } = request ?? {};
  return JSON.stringify({
    kind: 'lionrock-hook',
    token,
    account,
    stack,
    target,
    logicalId,
    mode,
    hookStatus: answer.hookStatus,
    errorCode: answer.errorCode,
    ...(result ? judged(result) : { verdict: problem === undefined ? 'nothing to judge' : 'unknown' }),
    ...(problem === undefined ? {} : { reasons: [problem] }),
    milliseconds,
  });
}

function judged({ verdict, tool, profile, summary, findings, notApplicable = [], reasons }: GateResult): object {
  const idsOf = (wanted: string) => findings.flatMap(({ status, id }) => (status === wanted ? [id] : []));
  return {
    verdict,
    tool,
    profile,
    summary,
    findings: { fail: idsOf('fail'), unknown: idsOf('unknown'), waived: idsOf('waived') },
    notApplicable: [...new Set(notApplicable.map(({ rule }) => rule))],
    reasons,
  };
}
