import { existsSync } from 'node:fs';
import { gate, type GateOptions } from '../../gate';
import type { GateResult, Verdict } from '../../model';
import { DEFAULT_PATH } from '../default-path';
import { CannotError, EXIT } from '../exit';
import type { FormatTarget, ResultFormat } from '../formats';
import { basisOf, type BasisFlags } from '../gate-basis';
import type { Session } from '../io';
import { loadPacks } from '../load-packs';
import { Progress } from '../progress';
import { templateOptions, type TemplateFlags } from '../template-options';
import { writeEvidence } from '../write-evidence';
import { targetsOf, writeResult } from '../write-result';

export interface GateFlags extends TemplateFlags, BasisFlags {
  readonly baseline?: string;
  readonly estate?: true;
  readonly includePassed?: true;
  readonly format?: readonly FormatTarget<ResultFormat>[];
  readonly evidence?: string;
  readonly quiet?: true;
}

const STATUS: Readonly<Record<Verdict, number>> = { pass: EXIT.pass, fail: EXIT.fail, unknown: EXIT.undecided };

/** Judges the paths and writes the result in the formats asked for; returns the exit status. */
export async function runGate(paths: readonly string[], flags: GateFlags, session: Session): Promise<number> {
  const baseline = baselineOf(flags);
  const basis = basisOf(flags, session);
  if (!basis) return EXIT.fail;
  const { packs, ...by } = basis;
  const { quiet = false, format = [] } = flags;
  const inputs = paths.length > 0 ? paths : defaultPaths(session);
  const progress = new Progress(session, quiet);
  const engines = await loadPacks(packs, progress);
  const result = await gate({
    ...by,
    inputs: [...new Set(inputs)],
    template: templateOptions(flags),
    engines,
    ...baseline,
    estate: flags.estate ?? false,
    includePassed: flags.includePassed ?? false,
    onProgress: (path, done, total) => progress.show(`gate: ${done + 1} of ${total}, ${path}`),
  });
  progress.end('gate: done');
  writeResult(result, targetsOf(format, quiet), session);
  keepEvidence(flags, result, basis);
  if (quiet) for (const { path, message } of result.errors) session.stderr.write(`lionrock: ${path}: ${message}\n`);
  return STATUS[result.verdict];
}

/** @throws CannotError when what is new is asked for, and nothing is known of what was there. */
function baselineOf({ baseline, failOn }: GateFlags): Pick<GateOptions, 'baseline'> {
  if (baseline !== undefined) return { baseline };
  if (failOn === 'new') {
    throw new CannotError('--fail-on new needs --baseline PATH: without it nothing is known of what was there');
  }
  return {};
}

function keepEvidence(flags: GateFlags, result: GateResult, basis: Pick<GateOptions, 'registers' | 'now'>): void {
  const { evidence, config, waivers = [], parameters, baseline } = flags;
  if (evidence === undefined) return;
  const files = [config, ...waivers, parameters, baseline];
  writeEvidence(evidence, { result, basis, options: optionsOf(flags), files });
}

/** Options that decide the result: not where it is written. */
function optionsOf(flags: GateFlags): Readonly<Record<string, unknown>> {
  const { format: _, evidence: __, quiet: ___, ...options } = flags;
  return options;
}

function defaultPaths({ stderr }: Session): readonly string[] {
  if (!existsSync(DEFAULT_PATH)) {
    stderr.write(
      `lionrock: there is no ${DEFAULT_PATH} here: run "lionrock synth" or "cdk synth", or name what to check\n`,
    );
  }
  return [DEFAULT_PATH];
}
