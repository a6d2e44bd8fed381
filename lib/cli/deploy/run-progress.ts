import type { PlannedStack, RunObserver, StackProgress, StackResult, Wave } from '../../deploy';
import type { Session } from '../io';
import { Progress } from '../progress';

/**
 * Tells on standard error how a run goes: a line when a stack begins (where nobody watches) and when it ends, and at a
 * terminal one line that changes.
 */
export class RunProgress implements RunObserver {
  private readonly progress: Progress;
  private readonly running = new Map<string, string>();
  private wave = '';
  private left = 0;

  constructor(
    private readonly session: Session,
    private readonly quiet: boolean,
    private readonly doing: 'deploying' | 'destroying' = 'deploying',
  ) {
    this.progress = new Progress(session, quiet);
  }

  waveStarted({ title, stacks }: Wave, index: number, total: number): void {
    this.wave = `wave ${index + 1} of ${total}`;
    this.left = stacks.length;
    this.line(`${this.wave}: ${title}`);
  }

  stackStarted({ id, account, region }: PlannedStack): void {
    this.running.set(id, id);
    if (!this.progress.isVisible)
      this.line(`  ${id}: ${this.doing} ${this.doing === 'deploying' ? 'to' : 'in'} ${account} ${region}`);
    this.status();
  }

  stackProgressed({ id }: PlannedStack, { completed, total, note }: StackProgress): void {
    if (note !== undefined) this.line(`  ${id}: ${note}`);
    this.running.set(id, `${id} ${completed}${total === undefined ? '' : `/${total}`}`);
    this.status();
  }

  stackEnded({ id }: PlannedStack, { status, seconds, error }: StackResult): void {
    this.running.delete(id);
    this.left -= 1;
    const time = seconds === undefined ? '' : ` in ${seconds.toFixed(1)} s`;
    this.line(
      `  ${id}: ${this.doing === 'destroying' && status === 'deployed' ? 'destroyed' : WORDS[status]}${time}${error === undefined ? '' : `: ${error}`}`,
    );
    this.status();
  }

  end(): void {
    this.progress.end();
  }

  private status(): void {
    if (this.running.size > 0)
      this.progress.show(`${this.wave}, ${this.left} left: ${[...this.running.values()].join(', ')}`);
  }

  private line(text: string): void {
    if (this.quiet) return;
    this.progress.end();
    this.session.stderr.write(`${text}\n`);
  }
}

/** What became of a stack, in words. */
export const WORDS: Readonly<Record<StackResult['status'], string>> = {
  deployed: 'deployed',
  unchanged: 'stands as it should',
  'done-before': 'done by the run before',
  failed: 'FAILED',
  'not-started': 'not started',
};
