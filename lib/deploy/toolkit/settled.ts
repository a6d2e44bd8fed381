import type { AwsSession } from '../aws';
import type { PlannedStack } from '../plan';
import { stackStatus } from './stack-status';

/** Longest that a stack is waited for, and how often it is looked at. */
const LONGEST_MS = 60 * 60_000;
const BETWEEN_MS = 10_000;

/**
 * Waits until CloudFormation does nothing more to a stack: a run that was killed in the middle of it left CloudFormation at
 * work, which refuses a second change meanwhile.
 * @throws Error when it takes longer than an hour.
 */
export async function settled(session: AwsSession, stack: PlannedStack, betweenMs: number = BETWEEN_MS): Promise<void> {
  const until = Date.now() + LONGEST_MS;
  while (isBusy(await stackStatus(session, stack))) {
    if (Date.now() > until) {
      throw new Error(`${stack.id} is still being changed after an hour: look at it in CloudFormation`);
    }
    await new Promise((resolve) => setTimeout(resolve, betweenMs));
  }
}

/** A change set that was made and not carried out is no work. */
function isBusy(status: string | undefined): boolean {
  return /(?<!REVIEW)_IN_PROGRESS$/.test(status ?? '');
}
