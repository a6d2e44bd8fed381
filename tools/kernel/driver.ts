import { spawn, type ChildProcessByStdio } from 'node:child_process';
import { once } from 'node:events';
import { createInterface, type Interface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import type { Plan } from './namespaces';
import type { Protocol } from './topology';

export interface Listener {
  readonly space: string;
  readonly address: string;
  readonly protocol: 'tcp' | 'udp';
  readonly port: number;
}

export interface Probe {
  readonly space: string;
  readonly source: string;
  readonly target: string;
  readonly protocol: Protocol;
  /** Zero for ICMP. */
  readonly port: number;
  /** Zero for one that no other probe has, of those that Linux would choose. */
  readonly client: number;
}

export interface Request {
  readonly plan: Plan;
  readonly listeners: readonly Listener[];
  readonly probes: readonly Probe[];
  /** Seconds of silence after which nothing more is expected. */
  readonly quiet: number;
  /** Seconds after which the round ends in any case. */
  readonly limit: number;
}

export interface Reply {
  /** Whether the answer to each probe came back. */
  readonly answered: readonly boolean[];
  /** Whether each UDP probe arrived; false for other protocols. */
  readonly arrived: readonly boolean[];
}

/** Path from the root of the project, where npm starts scripts. */
export const SCRIPT = 'tools/kernel/driver.py';

/** The Python process that holds the namespaces and the sockets in them; Node cannot enter a namespace. */
export class Driver {
  readonly #process: ChildProcessByStdio<Writable, Readable, null>;
  readonly #lines: AsyncIterator<string>;
  readonly #reader: Interface;

  constructor() {
    this.#process = spawn('python3', ['-B', SCRIPT], { stdio: ['pipe', 'pipe', 'inherit'] });
    this.#reader = createInterface({ input: this.#process.stdout });
    this.#lines = this.#reader[Symbol.asyncIterator]();
  }

  /** @throws Error when the network cannot be built, with what `ip` or `nft` said. */
  async ask(request: Request): Promise<Reply> {
    this.#process.stdin.write(`${JSON.stringify(request)}\n`);
    const line = await this.#lines.next();
    if (line.done) throw new Error('the driver ended without a reply');
    const reply: Reply | { readonly error: string } = JSON.parse(line.value);
    if ('error' in reply) throw new Error(reply.error);
    return reply;
  }

  async close(): Promise<void> {
    const ended = once(this.#process, 'exit');
    this.#process.stdin.end();
    await ended;
    this.#reader.close();
  }
}
