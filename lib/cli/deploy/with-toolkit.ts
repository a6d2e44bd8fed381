import type { AwsSession } from '../../deploy';
import type { ToolkitDeployer, ToolkitDeployerOptions } from '../../deploy/toolkit';
import type { Session } from '../io';
import { loadToolkit } from '../load-deploy';
import type { RunProgress } from './run-progress';
import { stopSignal } from './stop-signal';

interface Work extends Pick<ToolkitDeployerOptions, 'method'> {
  /** Folder of the cloud assembly. */
  readonly folder: string;
  readonly aws: AwsSession;
  readonly observer: RunProgress;
}

/**
 * Opens the toolkit of the CDK on an assembly for a run that a person can stop, and closes all of it again. What the toolkit
 * says stands on standard error with LIONROCK_DEBUG.
 */
export async function withToolkit<T>(
  { folder, aws, method, observer }: Work,
  session: Session,
  run: (toolkit: ToolkitDeployer, signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const debug = Boolean(session.env['LIONROCK_DEBUG']);
  const toolkit = await loadToolkit().ToolkitDeployer.open({
    assembly: folder,
    session: aws,
    method,
    ...(debug ? { onMessage: (stack, message) => session.stderr.write(`${stack}: ${message}\n`) } : {}),
  });
  const stop = stopSignal(session);
  try {
    return await run(toolkit, stop.signal);
  } finally {
    observer.end();
    stop.release();
    await toolkit.close();
  }
}
