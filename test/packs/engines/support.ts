import type { Engine, EngineFinding, EngineResult } from '../../../lib/model';
import { readUnit } from '../../../lib/template';
import { runEngine } from '../../../lib/gate/engines';
import type { Scratch } from '../../gate/support/scratch';

/** Runs an engine over one template, as the gate does. */
export async function judge(engine: Engine, scratch: Scratch, template: object | string): Promise<EngineResult> {
  return runEngine(engine, readUnit(scratch.write('template.json', template)));
}

/** `STATUS rule logicalId` of findings, sorted. */
export function lines(findings: readonly EngineFinding[]): string[] {
  return findings.map(({ status, rule, logicalId }) => `${status} ${rule} ${logicalId}`).toSorted();
}
