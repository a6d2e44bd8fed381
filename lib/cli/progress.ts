import { isInteractive, type Io } from './io';

const CLEAR_LINE = '\r\u001b[K';
const WIDTH = 79;

/** One line on standard error that says what is being done; nothing unless somebody is watching. */
export class Progress {
  private readonly started = Date.now();
  /** Whether somebody is watching. */
  readonly isVisible: boolean;

  constructor(
    private readonly io: Io,
    quiet = false,
  ) {
    this.isVisible = !quiet && isInteractive(io.stderr, io.env);
  }

  show(text: string): void {
    if (this.isVisible) this.io.stderr.write(`${CLEAR_LINE}${text.slice(0, WIDTH)}`);
  }

  /** Takes the line away; says how long it took when asked to. */
  end(done?: string): void {
    if (!this.isVisible) return;
    const seconds = ((Date.now() - this.started) / 1000).toFixed(1);
    this.io.stderr.write(`${CLEAR_LINE}${done === undefined ? '' : `${done} in ${seconds} s\n`}`);
  }
}
