import { types } from 'node:util';
import type { DeploymentPlan, PlannedStack, Wave } from '../plan';
import type { Deployer, StackProgress } from './deployer';
import type { RunMemory } from './state';

/** How a stack came out of a run. */
export interface StackResult {
  readonly stack: string;
  readonly account: string;
  readonly region: string;
  readonly wave: string;
  /**
   * `deployed`; `unchanged`: stood as it should; `done-before`: an earlier run that this one continues did it; `failed`;
   * `not-started`: something that it needs failed, or the run was stopped.
   */
  readonly status: 'deployed' | 'unchanged' | 'done-before' | 'failed' | 'not-started';
  /** How long it took. */
  readonly seconds?: number;
  readonly outputs?: Readonly<Record<string, string>>;
  readonly error?: string;
}

/** Whether every stack of a run came out as it should. */
export function isDone(results: readonly Pick<StackResult, 'status'>[]): boolean {
  return results.every(({ status }) => status !== 'failed' && status !== 'not-started');
}

/** Who is told how a run goes. */
export interface RunObserver {
  waveStarted(wave: Wave, index: number, total: number): void;
  stackStarted(stack: PlannedStack): void;
  stackProgressed(stack: PlannedStack, progress: StackProgress): void;
  stackEnded(stack: PlannedStack, result: StackResult): void;
}

export interface RunOptions {
  readonly plan: DeploymentPlan;
  readonly deployer: Deployer;
  readonly state: RunMemory;
  /** Most stacks at the same time. */
  readonly concurrency: number;
  readonly observer: RunObserver;
  /** Stops the run after the stacks that are being deployed. */
  readonly signal?: AbortSignal;
  /** Tells the time. @default the clock */
  readonly clock?: () => Date;
}

/**
 * Deploys wave after wave, inside a wave what needs nothing that is missing. After a failure nothing more is started, what
 * runs is waited for.
 */
export async function deployPlan(options: RunOptions): Promise<StackResult[]> {
  const run = new Run(options);
  const { waves } = options.plan;
  for (const [index, wave] of waves.entries()) await run.wave(wave, index, waves.length);
  return run.results();
}

class Run {
  private readonly ended = new Map<string, StackResult>();
  private hasFailed = false;
  private readonly now: () => Date;
  /** What is left out of a run, for example other accounts, is taken for deployed. */
  private readonly planned: ReadonlySet<string>;

  constructor(private readonly options: RunOptions) {
    this.planned = new Set(options.plan.waves.flatMap(({ stacks }) => stacks.map(({ id }) => id)));
    this.now = options.clock ?? (() => new Date());
  }

  /** In the order of the plan. */
  results(): StackResult[] {
    const { waves } = this.options.plan;
    const all = waves.flatMap((wave) =>
      wave.stacks.map(
        (stack) => this.ended.get(stack.id) ?? { ...resultBase(stack, wave), status: 'not-started' as const },
      ),
    );
    if (isDone(all)) this.options.state.finish(this.now());
    return all;
  }

  async wave(wave: Wave, index: number, total: number): Promise<void> {
    if (this.isStopped) return;
    this.options.observer.waveStarted(wave, index, total);
    const waiting = new Set(wave.stacks);
    const running = new Set<Promise<void>>();
    for (;;) {
      for (const stack of waiting) {
        if (running.size >= this.options.concurrency || this.isStopped) break;
        if (!this.isReady(stack)) continue;
        waiting.delete(stack);
        const work = this.stack(stack, wave).finally(() => running.delete(work));
        running.add(work);
      }
      if (running.size === 0) return;
      await Promise.race(running);
    }
  }

  private get isStopped(): boolean {
    return this.hasFailed || this.options.signal?.aborted === true;
  }

  private isReady({ id }: PlannedStack): boolean {
    const needed = [...(this.options.plan.needs.get(id) ?? [])];
    return needed.every((other) => this.ended.has(other) || !this.planned.has(other));
  }

  private async stack(stack: PlannedStack, wave: Wave): Promise<void> {
    const { deployer, observer, state } = this.options;
    const base = resultBase(stack, wave);
    const before = state.of(stack.id, stack.digest);
    if (before?.status === 'done' && (await this.stillStands(stack))) {
      const { outputs = {} } = before;
      this.end(stack, { ...base, status: 'done-before', outputs });
      return;
    }
    const started = this.now();
    const startedAt = started.toISOString();
    const { digest } = stack;
    observer.stackStarted(stack);
    state.set(stack.id, { status: 'running', digest, startedAt });
    const seconds = (): number => Math.round((this.now().getTime() - started.getTime()) / 100) / 10;
    try {
      const wasInterrupted = before?.status === 'running';
      const { changed, outputs } = await deployer.deploy(stack, wasInterrupted, (progress) =>
        observer.stackProgressed(stack, progress),
      );
      state.set(stack.id, { status: 'done', digest, startedAt, seconds: seconds(), changed, outputs });
      this.end(stack, { ...base, status: changed ? 'deployed' : 'unchanged', seconds: seconds(), outputs });
    } catch (caught) {
      const error = types.isNativeError(caught) ? caught.message : String(caught);
      this.hasFailed = true;
      state.set(stack.id, { status: 'failed', digest, startedAt, seconds: seconds(), error });
      this.end(stack, { ...base, status: 'failed', seconds: seconds(), error });
    }
  }

  /** Where nobody can tell, it is deployed again, which changes nothing of what stands. */
  private async stillStands(stack: PlannedStack): Promise<boolean> {
    try {
      return (await this.options.deployer.isStanding?.(stack)) ?? true;
    } catch {
      return false;
    }
  }

  private end(stack: PlannedStack, result: StackResult): void {
    this.ended.set(stack.id, result);
    this.options.observer.stackEnded(stack, result);
  }
}

function resultBase({ id, account, region }: PlannedStack, { name }: Wave): Omit<StackResult, 'status'> {
  return { stack: id, account, region, wave: name };
}
