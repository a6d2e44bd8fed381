import type { Session } from '../io';

/** A way to stop, and to hear no more of it. */
export interface Stop {
  readonly signal: AbortSignal;
  release(): void;
}

const SIGNALS = ['SIGINT', 'SIGTERM'] as const;

/** Stops on the first Ctrl-C, or SIGTERM, once what runs has come to its end; the second ends the process at once. */
export function stopSignal({ stderr }: Session): Stop {
  const controller = new AbortController();
  const stop = (): void => {
    controller.abort();
    release();
    stderr.write('\nlionrock: stopping after the stacks that are being deployed; once more stops now\n');
  };
  const release = (): void => {
    for (const name of SIGNALS) process.off(name, stop);
  };
  for (const name of SIGNALS) process.on(name, stop);
  return { signal: controller.signal, release };
}
