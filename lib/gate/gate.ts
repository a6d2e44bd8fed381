import type { BaselineCounts, Finding, GateResult, ResultInput, ResultSummary, RunError } from '../model';
import { readUnit, type Unit } from '../template';
import {
  BaselineError,
  compareFindings,
  judgeBaseline,
  readBaseline,
  renamed,
  type BaselineInput,
  type Comparison,
  type JudgedBaseline,
} from './baseline';
import { identify } from './fingerprint';
import { judgeUnit, type Run } from './judge';
import { maskText } from '../rules/evidence';
import type { GateOptions } from './options';
import { belowFloor } from './policy';
import { Rollout } from './rollout';
import { ruleSetVersion } from './rule-set';
import { soundOptions, type SoundOptions } from './sound-options';
import { sortedByTexts } from './sorted-by-texts';
import type { UnitJudgement } from './tally';
import { verdictOf } from './verdict';
import { toolVersion } from '../model/package';
import { Waivers } from './waivers';

interface JudgedUnit extends UnitJudgement {
  readonly inputs: readonly ResultInput[];
}

/**
 * Judges templates by the built-in rules, the injected engines and the registers, and gives one verdict with the
 * evidence behind it. Needs no CDK, no network and no credentials, and runs nothing from the templates. What cannot be
 * read or evaluated is in `errors`, and the verdict is then not pass: nothing is thrown for it.
 */
export async function gate(options: GateOptions): Promise<GateResult> {
  // One instant for both, so that the same waivers and rules are in force.
  const { options: sound, errors } = soundOptions(options);
  const { baseline, ...run } = sound;
  return judge(run, baseline === undefined ? undefined : await baselineFor(baseline, run), errors);
}

async function baselineFor(input: BaselineInput, run: SoundOptions): Promise<JudgedBaseline | BaselineError> {
  try {
    const { onProgress: _, observer: __, ...quiet } = run;
    return await judgeBaseline(readBaseline(input, run.template), (unit) =>
      judge({ ...quiet, inputs: [unit], includePassed: false }),
    );
  } catch (error) {
    if (error instanceof BaselineError) return error;
    throw error;
  }
}

async function judge(
  options: SoundOptions,
  baseline?: JudgedBaseline | BaselineError,
  malformed: readonly RunError[] = [],
): Promise<GateResult> {
  const { failOn, maxUnknown, profile } = options;
  const rollout = new Rollout(options);
  const refused = refusedOptions(options);
  const waivers = new Waivers(options);
  const before = baseline instanceof BaselineError ? undefined : baseline;
  const comparison = before?.comparison;
  if (comparison) for (const input of options.inputs) note(input, comparison, options);
  const units = await judgeAll(options, { rollout, waivers, ...(comparison ? { comparison } : {}) });
  const compared = compareWith(before, identify(units.flatMap(({ drafts }) => drafts)));
  const findings = sortedByTexts(compared.findings, ...PLACE);
  const unread = baseline instanceof BaselineError ? [unreadBaseline(baseline)] : [];
  const unjudged = units.flatMap((unit) => unit.errors);
  const errors = sortedByTexts(
    [...malformed, ...unread, ...refused, ...rollout.errors, ...waivers.errors, ...unjudged],
    ...ERROR_ORDER,
  );
  const warnings = sortedByTexts(
    [...units.flatMap((unit) => unit.warnings), ...waivers.warnings()],
    ({ subject }) => subject,
    ({ kind }) => kind,
    ({ message }) => message,
  );
  const evaluated = sum(units.map((unit) => unit.evaluated));
  const summary = summaryOf(findings, sum(units.map(({ passed }) => passed)));
  const judgedWaivers = waivers.judged();
  const { verdict, reasons } = verdictOf({
    findings,
    summary,
    errors,
    evaluated,
    failOn,
    maxUnknown,
    withoutBaseline: unread.length > 0,
  });
  return {
    schemaVersion: '1',
    verdict,
    tool: { name: 'lionrock', version: toolVersion(), ruleSet: ruleSetVersion() },
    profile: profile.id,
    inputs: sortedByTexts(
      units.flatMap(({ inputs }) => inputs),
      ({ path }) => path,
    ),
    summary,
    ...(compared.counts ? { baseline: compared.counts, fixed: sortedByTexts(compared.fixed, ...PLACE) } : {}),
    findings,
    ...(judgedWaivers ? { waivers: judgedWaivers } : {}),
    warnings,
    errors,
    reasons,
    ...leftOut(options, units),
    evaluated,
    controls: [...new Set(units.flatMap(({ controls }) => [...controls]))].toSorted(),
  };
}

function leftOut({ part = false }: GateOptions, units: readonly JudgedUnit[]): Pick<GateResult, 'notApplicable'> {
  return part ? { notApplicable: units.flatMap(({ notApplicable }) => notApplicable) } : {};
}

/** Options that a policy does not allow. */
function refusedOptions({ floors = [], engines = [], ...options }: SoundOptions): readonly RunError[] {
  const { profile, failOn, maxUnknown, inline, now, began, blocksFrom = {} } = options;
  const packs = engines.flatMap(({ id }) => id.split(', '));
  return belowFloor({ profile, failOn, maxUnknown, inline, now, began, blocksFrom, packs }, floors).map(
    ({ source, message }): RunError => ({ kind: 'policy', path: source, message }),
  );
}

interface ComparedFindings {
  readonly findings: readonly Finding[];
  readonly fixed: readonly Finding[];
  readonly counts?: BaselineCounts;
}

function compareWith(baseline: JudgedBaseline | undefined, found: readonly Finding[]): ComparedFindings {
  if (!baseline) return { findings: found, fixed: [] };
  const name = (finding: Finding) => renamed(finding, baseline.nameOf);
  const { findings, fixed, counts } = compareFindings(found, baseline.findings);
  return { findings: findings.map(name), fixed: fixed.map(name), counts };
}

function unreadBaseline({ path, message }: BaselineError): RunError {
  return { kind: 'baseline', path, message: maskText(`the baseline cannot be read: ${message}`) };
}

/** What there is must be known before it can be said what is gone. What cannot be read is told when it is judged. */
function note(input: Unit | string, comparison: Comparison, { template }: GateOptions): void {
  try {
    comparison.note(typeof input === 'string' ? readUnit(input, template) : input);
  } catch {
    return;
  }
}

/** One unit after the other: each is let go when judged, so that memory does not grow with the number of templates. */
async function judgeAll(options: GateOptions, run: Run): Promise<JudgedUnit[]> {
  const judged: JudgedUnit[] = [];
  for (const [index, input] of options.inputs.entries()) {
    const path = typeof input === 'string' ? input : input.path;
    options.onProgress?.(path, index, options.inputs.length);
    judged.push(await judgeInput(input, path, options, run));
  }
  return judged;
}

async function judgeInput(input: Unit | string, path: string, options: GateOptions, run: Run): Promise<JudgedUnit> {
  try {
    const unit = typeof input === 'string' ? readUnit(input, options.template) : input;
    const judgement = await judgeUnit(unit, options, run);
    options.observer?.judged?.(unit);
    return { ...judgement, inputs: unit.inputs };
  } catch (error) {
    const message = maskText(error instanceof Error ? error.message : String(error));
    return {
      drafts: [],
      warnings: [],
      errors: [{ kind: 'read', path, message }],
      evaluated: 0,
      passed: 0,
      controls: new Set(),
      notApplicable: [],
      inputs: [],
    };
  }
}

function summaryOf(findings: readonly Finding[], pass: number): ResultSummary {
  const count = (status: Finding['status']) => findings.filter((finding) => finding.status === status).length;
  return { fail: count('fail'), unknown: count('unknown'), waived: count('waived'), pass };
}

/** Errors are listed in the order of these. */
const ERROR_ORDER: readonly ((error: RunError) => string)[] = [
  ({ path }) => path,
  ({ kind }) => kind,
  ({ message }) => message,
];

/** Findings are listed in the order of these. */
const PLACE: readonly ((finding: Finding) => string)[] = [
  ({ template }) => template,
  ({ logicalId }) => logicalId,
  ({ rule }) => rule,
  ({ property }) => property ?? '',
  ({ status }) => status,
  ({ id }) => id,
];

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
