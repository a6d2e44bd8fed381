/** What did not hold; nothing where there is nothing to say. */
type Faults = readonly string[] | void;

/** Counts what held, and tells it as it goes. */
export class Tally {
  private passed = 0;
  private failed = 0;

  /** Runs a part; what it throws is a fault. @returns whether it held. */
  async phase(name: string, run: () => Faults | Promise<Faults>): Promise<boolean> {
    const started = Date.now();
    let faults: readonly string[] = [];
    try {
      faults = (await run()) ?? [];
    } catch (error) {
      faults = [error instanceof Error ? (error.stack ?? error.message) : String(error)];
    }
    this.add(`${name} (${((Date.now() - started) / 1000).toFixed(1)} s)`, faults);
    return faults.length === 0;
  }

  add(name: string, faults: readonly string[]): void {
    console.log(`${faults.length === 0 ? 'ok  ' : 'FAIL'} ${name}`);
    for (const fault of faults.slice(0, 12)) console.log(`     ${fault}`);
    if (faults.length > 12) console.log(`     and ${faults.length - 12} more`);
    if (faults.length === 0) this.passed++;
    else this.failed++;
  }

  /** @returns the exit status. */
  end(): number {
    console.log(`${this.passed} passed, ${this.failed} failed`);
    return this.failed === 0 ? 0 : 1;
  }
}
