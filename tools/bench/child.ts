import { fork } from 'node:child_process';
import type { z } from 'zod';

/** First argument of a process that measures one side. */
export const MEASURE = '--measure';

/**
 * Runs the script again as a process of its own, so that its peak memory is that of one side alone.
 * @throws Error with what the process wrote to standard error, when it fails or its measurement is not whole.
 */
export async function inChild<T>(script: string, side: string, folder: string, schema: z.ZodType<T>) {
  const child = fork(script, [MEASURE, side, folder], { stdio: ['ignore', 'ignore', 'pipe', 'ipc'] });
  const messages: unknown[] = [];
  let errors = '';
  child.on('message', (message) => messages.push(message));
  child.stderr?.on('data', (chunk: Buffer) => (errors += chunk.toString()));
  const status = await new Promise<string>((done, failed) => {
    child.on('error', failed);
    child.on('close', (code, signal) => done(String(code ?? signal)));
  });
  const measured = schema.safeParse(messages[0]);
  if (status !== '0' || !measured.success) {
    const cause = status === '0' ? `an incomplete measurement: ${measured.error?.message}` : `exit status ${status}`;
    throw new Error(`measuring ${side} ended with ${cause}\n${errors}`);
  }
  return measured.data;
}

/** Hands a measurement to the process that asked for it. */
export async function report(measured: unknown): Promise<void> {
  if (!process.send) throw new Error(`${MEASURE} is for processes that the benchmark starts`);
  await new Promise<void>((done, failed) => {
    process.send?.(measured, undefined, undefined, (error: Error | null) => (error ? failed(error) : done()));
  });
  // Findings of the packs may have set a status; whether the measurement is whole was checked.
  process.exitCode = 0;
  process.disconnect();
}
