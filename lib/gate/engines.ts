import type { Engine, EngineInput, EngineResult, EngineTemplate, RunError } from '../model';
import type { Template, Unit } from '../template';
import { maskText } from '../rules/evidence';

/** Runs an injected engine over a unit. One that throws, or asks nothing of templates with resources, is an error. */
export async function runEngine(engine: Engine, unit: Unit): Promise<EngineResult> {
  const input: EngineInput = { unit: unit.path, templates: unit.graph.templates.map(engineTemplate) };
  try {
    const { findings, errors, evaluated, asked = evaluated } = await engine.evaluate(input);
    const hasResources = unit.inputs.some(({ resources }) => resources > 0);
    return {
      findings,
      errors: !(asked > 0) && hasResources ? [...errors, silent(engine, unit)] : errors,
      evaluated: evaluated > 0 ? evaluated : 0,
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

function engineTemplate(template: Template): EngineTemplate {
  const { path, unrolled, region, account } = template;
  return {
    path,
    body: unrolled,
    region,
    account,
    resource: (logicalId) => template.resource(logicalId),
    locate: (logicalId, property) => template.locate(logicalId, property),
  };
}

function silent(engine: Engine, unit: Unit): RunError {
  return {
    kind: 'silent-engine',
    path: unit.path,
    message: `${engine.id} evaluated nothing although there are resources: its results cannot be relied on`,
  };
}
