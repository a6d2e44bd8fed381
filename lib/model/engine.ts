import type { Finding, RunError, SourceLocation } from './finding';

/** What an engine may want to know of a resource beside its body. */
export interface EngineResource {
  readonly type: string;
  readonly constructPath?: string | undefined;
}

/** One template as an engine gets it: where it came from, its parsed body, and where things stand in it. */
export interface EngineTemplate {
  readonly path: string;
  /** As written, but with its `Fn::ForEach` loops unrolled; no intrinsic is resolved. */
  readonly body: unknown;
  /** Region and account of the deployment, where they are known. */
  readonly region?: string | undefined;
  readonly account?: string | undefined;
  /** Undefined for a resource that no deployment makes, because its condition never holds. */
  resource(logicalId: string): EngineResource | undefined;
  /** Position of a dotted property path of a resource, or of its nearest parent. */
  locate(logicalId: string, path?: string): SourceLocation | undefined;
}

/** What is judged together: one PATH of the command line. */
export interface EngineInput {
  readonly unit: string;
  readonly templates: readonly EngineTemplate[];
}

/** A finding as an engine reports it: the gate adds the fingerprint, and the clauses of the control. */
export type EngineFinding = Omit<Finding, 'id' | 'frameworks'>;

export interface EngineResult {
  readonly findings: readonly EngineFinding[];
  readonly errors: readonly RunError[];
  /** Rule evaluations that gave an answer: pass, fail or unknown. */
  readonly evaluated: number;
  /**
   * Rules that were asked, whether or not they had something to judge. An engine that asked none of a unit with resources
   * was silent, and the gate's verdict is not pass.
   * @default `evaluated`
   */
  readonly asked?: number;
}

/** A source of findings that the command line injects into the gate (for example a third-party rule pack). */
export interface Engine {
  readonly id: string;
  evaluate(input: EngineInput): Promise<EngineResult>;
}
