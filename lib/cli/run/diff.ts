import { CHANGE_RULES, gate, type FailOn } from '../../gate';
import { atLeast, type Finding, type GateResult } from '../../model';
import { changeJson, changeText, type Change } from '../../report';
import { EXIT } from '../exit';
import type { FormatTarget } from '../formats';
import { basisOf, type BasisFlags } from '../gate-basis';
import type { Session } from '../io';
import { loadPacks } from '../load-packs';
import { Progress } from '../progress';
import { templateOptions, type TemplateFlags } from '../template-options';
import { targetsOf, writeDocument } from '../write-result';

export interface DiffFlags extends TemplateFlags, Omit<BasisFlags, 'failOn' | 'maxUnknown' | 'inline'> {
  readonly estate?: true;
  readonly failOn?: FailOn;
  readonly format?: readonly FormatTarget[];
  readonly quiet?: true;
}

/** Compares two states and tells what changed; returns the exit status. */
export async function runDiff(before: string, after: string, flags: DiffFlags, session: Session): Promise<number> {
  // A policy forbids to judge less than this; what fails the comparison is another question.
  const basis = basisOf({ ...flags, failOn: 'all', maxUnknown: 0, inline: 'strict' }, session);
  if (!basis) return EXIT.fail;
  const { packs, ...by } = basis;
  const { format = [], quiet = false, failOn, estate = false } = flags;
  const engines = await loadPacks(packs, new Progress(session, quiet));
  const inputs = [after];
  const result = await gate({ ...by, engines, inputs, baseline: before, template: templateOptions(flags), estate });
  const change = changeOf(result, before, after);
  const write = { json: () => changeJson(change), text: (color: boolean) => changeText(change, { color }) };
  writeDocument(write, targetsOf(format, quiet), session);
  if (result.errors.length > 0) {
    if (quiet) for (const { path, message } of result.errors) session.stderr.write(`lionrock: ${path}: ${message}\n`);
    return EXIT.undecided;
  }
  return failOn === undefined ? EXIT.pass : statusOf(result.findings, failOn);
}

function changeOf({ findings, fixed = [], baseline, errors }: GateResult, before: string, after: string): Change {
  const isNew = findings.filter(({ baselineState }) => baselineState === 'new');
  const rules = new Set(CHANGE_RULES.map(({ id }) => id));
  const weakened = isNew.filter(({ rule }) => rules.has(rule));
  return {
    schemaVersion: '1',
    before,
    after,
    summary: { ...(baseline ?? { new: 0, fixed: 0, unchanged: 0 }), weakened: weakened.length },
    weakened,
    new: isNew.filter(({ rule }) => !rules.has(rule)),
    fixed,
    errors,
  };
}

/** A new failure counts by its severity; what is new and undecided is no pass either. */
function statusOf(findings: readonly Finding[], failOn: FailOn): number {
  const counted = findings.filter(({ baselineState, severity }) => {
    if (failOn === 'all') return true;
    return baselineState === 'new' && (failOn === 'new' || atLeast(severity, failOn));
  });
  if (counted.some(({ status }) => status === 'fail')) return EXIT.fail;
  return counted.some(({ status }) => status === 'unknown') ? EXIT.undecided : EXIT.pass;
}
