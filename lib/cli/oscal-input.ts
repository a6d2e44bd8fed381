import { ruleSet, type GateOptions, type Registers } from '../gate';
import type { GateResult } from '../model';
import type { OscalInput, OscalSystem } from '../report';
import type { FileSum } from './input-sums';

/** What was judged, by what, and what was read for it. */
export interface JudgedRun {
  readonly result: GateResult;
  readonly basis: Pick<GateOptions, 'profile' | 'registers' | 'now'>;
  readonly inputs: readonly FileSum[];
  /** List of sums of an evidence bundle. */
  readonly evidence?: FileSum | undefined;
}

/** What OSCAL documents are made of. */
export function oscalInput({ result, basis, inputs, evidence }: JudgedRun): OscalInput {
  const { profile, registers, now = new Date() } = basis;
  return {
    result,
    now,
    timeZone: profile.timeZone,
    inputs,
    evidence,
    rules: ruleSet(),
    system: registers && systemOf(registers),
  };
}

function systemOf({ landingZone, deploymentModel, accounts }: Registers): OscalSystem {
  return {
    name: landingZone,
    deploymentModel,
    accounts: accounts.map(({ name, id, department, classification, personalData, systemTier }) => ({
      name,
      id,
      department,
      classification,
      personalData,
      systemTier,
    })),
  };
}
