import type { Finding, RunError } from './finding';

/** One template as an engine gets it: where it came from and its parsed body. */
export interface EngineTemplate {
  readonly path: string;
  readonly body: unknown;
}

/** What is judged together: one PATH of the command line. */
export interface EngineInput {
  readonly unit: string;
  readonly templates: readonly EngineTemplate[];
}

export interface EngineResult {
  readonly findings: readonly Finding[];
  readonly errors: readonly RunError[];
  /** Rule evaluations made. Zero means that the engine was silent, and the gate's verdict is not pass. */
  readonly evaluated: number;
}

/** A source of findings that the command line injects into the gate (for example a third-party rule pack). */
export interface Engine {
  readonly id: string;
  evaluate(input: EngineInput): Promise<EngineResult>;
}
