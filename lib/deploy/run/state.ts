import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { z } from 'zod';
import { errorText, hasCode } from '../../model';

const stackStateSchema = z.object({
  status: z.enum(['running', 'done', 'failed']),
  /** Digest of what was deployed. */
  digest: z.string(),
  startedAt: z.string(),
  seconds: z.number().optional(),
  changed: z.boolean().optional(),
  outputs: z.record(z.string(), z.string()).optional(),
  error: z.string().optional(),
});

const stateSchema = z.object({
  version: z.literal(1),
  landingZone: z.string(),
  startedAt: z.string(),
  /** Present once all stacks stand. */
  finishedAt: z.string().optional(),
  stacks: z.record(z.string(), stackStateSchema),
});

export type StackState = Readonly<z.infer<typeof stackStateSchema>>;
type State = z.infer<typeof stateSchema>;

/** The file of an earlier run cannot be used; the message says why. */
export class StateError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'StateError';
  }
}

/** What a run remembers of its stacks. */
export interface RunMemory {
  /** What is known of a stack, when that is about the same template. */
  of(id: string, digest: string): StackState | undefined;
  set(id: string, stack: StackState): void;
  /** All stacks are done. */
  finish(now: Date): void;
}

/** For runs that find out for themselves what is done: what was taken away no longer stands. */
export const NO_MEMORY: RunMemory = { of: () => undefined, set: () => undefined, finish: () => undefined };

/**
 * What a run has done, on disk after each step, so that one that failed or was killed goes on where it stood. A run that
 * came to its end leaves nothing to resume.
 */
export class RunState implements RunMemory {
  private constructor(
    private readonly file: string,
    private readonly state: State,
    /** Whether an earlier run is continued. */
    readonly isResumed: boolean,
  ) {}

  /**
   * @throws StateError when the file is of another landing zone, or no state at all.
   */
  static open(file: string, landingZone: string, now: Date): RunState {
    const earlier = read(file);
    if (earlier && earlier.landingZone !== landingZone) {
      throw new StateError(
        `${file} is the state of ${earlier.landingZone}: expected ${landingZone}; name another file with --state FILE`,
      );
    }
    if (earlier && earlier.finishedAt === undefined) return new RunState(file, earlier, true);
    return new RunState(file, { version: 1, landingZone, startedAt: now.toISOString(), stacks: {} }, false);
  }

  of(id: string, digest: string): StackState | undefined {
    const known = this.state.stacks[id];
    return known?.digest === digest || known?.status === 'running' ? known : undefined;
  }

  set(id: string, stack: StackState): void {
    this.state.stacks[id] = stack;
    this.write();
  }

  finish(now: Date): void {
    this.state.finishedAt = now.toISOString();
    this.write();
  }

  /** A reader, and a killed process, find the old file or the new one, never half of it. */
  private write(): void {
    mkdirSync(dirname(this.file), { recursive: true });
    const next = `${this.file}.next`;
    writeFileSync(next, `${JSON.stringify(this.state, undefined, 2)}\n`, { mode: 0o600 });
    renameSync(next, this.file);
  }
}

function read(file: string): State | undefined {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return undefined;
    throw new StateError(`${file} cannot be read: ${errorText(error)}`);
  }
  try {
    return stateSchema.parse(JSON.parse(text));
  } catch {
    throw new StateError(
      `${file} is no state of a deployment: remove it to begin anew, or name another with --state FILE`,
    );
  }
}
