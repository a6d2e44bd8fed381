import type { Engine, EngineInput, Finding, RunError } from '../model';
import type { Unit } from '../template';
import { maskText } from './mask';

export interface EngineOutcome {
  readonly findings: readonly Finding[];
  readonly errors: readonly RunError[];
  readonly evaluated: number;
}

/** Runs an injected engine over a unit. One that throws, or says nothing of templates with resources, is an error. */
export async function runEngine(engine: Engine, unit: Unit): Promise<EngineOutcome> {
  const input: EngineInput = {
    unit: unit.path,
    templates: unit.graph.templates.map(({ path, source }) => ({ path, body: source })),
  };
  try {
    const { findings, errors, evaluated } = await engine.evaluate(input);
    const hasResources = unit.inputs.some(({ resources }) => resources > 0);
    return {
      findings,
      errors: evaluated === 0 && hasResources ? [...errors, silent(engine, unit)] : errors,
      evaluated,
    };
  } catch (error) {
    const message = maskText(error instanceof Error ? error.message : String(error));
    return {
      findings: [],
      errors: [{ kind: 'engine', path: unit.path, message: `${engine.id} failed: ${message}` }],
      evaluated: 0,
    };
  }
}

function silent(engine: Engine, unit: Unit): RunError {
  return {
    kind: 'silent-engine',
    path: unit.path,
    message: `${engine.id} evaluated nothing although there are resources: its results cannot be relied on`,
  };
}
