import { createInterface } from 'node:readline/promises';
import type { LandingZoneConfig } from '../../config';
import type { AwsSession } from '../../deploy';
import { isInteractive, type Session } from '../io';
import { loadDeploy } from '../load-deploy';

/** How AWS is asked on behalf of this run; a person at a terminal is asked for the code of an MFA device. */
export function awsSession(config: Pick<LandingZoneConfig, 'homeRegion'>, session: Session): AwsSession {
  const { AwsSession } = loadDeploy();
  const { env } = session;
  const region = env['AWS_REGION'] || env['AWS_DEFAULT_REGION'] || config.homeRegion;
  const askMfaCode = (device: string): Promise<string> => ask(`Code of the MFA device ${device}: `, session);
  return new AwsSession({ env, region, ...(canAsk(session) ? { askMfaCode } : {}) });
}

/** Whether somebody is there to answer. */
export function canAsk({ stderr, env }: Session): boolean {
  return process.stdin.isTTY && isInteractive(stderr, env);
}

/** Asks a person at the terminal, on standard error. */
export async function ask(question: string, { stderr }: Session): Promise<string> {
  stderr.write(question);
  const lines = createInterface({ input: process.stdin });
  try {
    return (await lines.question('')).trim();
  } finally {
    lines.close();
  }
}
