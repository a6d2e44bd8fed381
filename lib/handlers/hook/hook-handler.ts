import { answerTo, answerToProblem, type Answer } from './answer';
import type { Fetch } from './fetch-template';
import { judge } from './judge';
import { logLine } from './log-line';
import { requestOf, tokenOf, type HookRequest } from './request';
import { modeOf, settingsOf, type Environment } from './settings';

/** Where the hook runs, and how it reaches the world. */
export interface Surroundings {
  /** Holds what was deployed with the hook. */
  readonly folder: string;
  readonly env: Environment;
  readonly fetch: Fetch;
  /** Takes one line. */
  readonly log: (line: string) => void;
  readonly now: () => Date;
}

/** Answers CloudFormation; never throws, as that would leave the decision to the failure mode of the hook. */
export function hookHandler(
  surroundings: Surroundings,
): (event: unknown) => Promise<Answer & { readonly clientRequestToken?: string }> {
  const { env, log, now } = surroundings;
  return async (event) => {
    const began = now();
    const mode = modeOf(env);
    const token = tokenOf(event);
    const outcome = await decide(event, surroundings, began);
    log(logLine({ ...outcome, token, mode, milliseconds: now().getTime() - began.getTime() }));
    return { ...outcome.answer, ...(token === undefined ? {} : { clientRequestToken: token }) };
  };
}

async function decide(event: unknown, { folder, env, fetch }: Surroundings, now: Date) {
  const mode = modeOf(env);
  let request: HookRequest | undefined;
  try {
    request = requestOf(event);
    const result = await judge(request, settingsOf(folder, env, now), { fetch, region: env['AWS_REGION'], now });
    const answer = result ? answerTo(request, result, mode) : NOTHING_TO_JUDGE;
    return { request, result, answer, problem: undefined };
  } catch (error) {
    const problem = error instanceof Error ? error.message : String(error);
    return { request, result: undefined, answer: answerToProblem(problem, mode), problem };
  }
}

const NOTHING_TO_JUDGE: Answer = {
  hookStatus: 'SUCCESS',
  message: 'Lionrock judges nothing where something is deleted.',
};
