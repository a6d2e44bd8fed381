import { controlById, type Control } from '../controls';
import type { RunError } from '../model';
import { evaluateRules, type Rule, type RuleOutcome, type RuleResult } from '../rules';
import type { Template, Unit } from '../template';
import { judgeClaims, type ClaimOutcome, type ClaimRule } from './claims';
import type { Judged } from './draft';
import { runEngine } from './engines';
import { applyInline } from './inline';
import { maskText } from '../rules/evidence';
import type { GateOptions } from './options';
import { Rollout } from './rollout';
import { rulesFor } from './rules-for';
import { Tally, type UnitJudgement } from './tally';

type Decided = Judged['result'];

/** What a claim is about is the template as a whole, which CloudFormation calls a stack. */
const TEMPLATE_TYPE = 'AWS::CloudFormation::Stack';

/** Judges one unit by the built-in rules, the registers and the injected engines. */
export async function judgeUnit(unit: Unit, options: GateOptions): Promise<UnitJudgement> {
  const tally = new Tally(options.includePassed ?? false, new Rollout(options));
  for (const error of unit.errors) tally.error(error);
  for (const outcome of ownOutcomes(unit, options, tally)) tally.add(outcome);
  for (const engine of options.engines ?? []) {
    const { findings, errors, evaluated } = await runEngine(engine, unit);
    tally.addForeign(findings, evaluated);
    for (const error of errors) tally.error(error);
  }
  if (tally.evaluated === 0 && unit.errors.length === 0) tally.error(nothingEvaluated(unit));
  const { errors, evaluated, passed, controls } = tally;
  const { drafts, warnings } = applyInline(tally.drafts, unit.graph, options.inline ?? 'strict');
  return { errors, evaluated, passed, controls, drafts, warnings: [...tally.warnings, ...warnings] };
}

function nothingEvaluated(unit: Unit): RunError {
  const types = new Set(unit.graph.templates.flatMap(({ resources }) => resources.map(({ type }) => type)));
  const found = types.size === 0 ? 'there is no resource' : `no rule judges ${listed([...types].toSorted())}`;
  return { kind: 'nothing-evaluated', path: unit.path, message: `nothing was evaluated: ${found}` };
}

function listed(names: readonly string[]): string {
  const shown = names.slice(0, 5).join(', ');
  return names.length > 5 ? `${shown} and ${names.length - 5} more types` : shown;
}

function ownOutcomes(unit: Unit, options: GateOptions, tally: Tally): Judged[] {
  const { graph } = unit;
  const { profile, registers, now = new Date() } = options;
  const outcomes = attempt(unit, tally, () => evaluateRules(graph, rulesFor(graph, options), { profile }));
  for (const error of outcomes.flatMap(thrownBy)) tally.error(error);
  return [
    ...outcomes.flatMap(ofRule),
    ...attempt(unit, tally, () => judgeClaims(graph, registers, now, profile.timeZone)).flatMap(ofClaim),
  ];
}

/** A rule that threw is undecided on that resource, and an error of the run: no number of allowed unknowns covers it. */
function thrownBy({ rule, resource, result }: RuleOutcome): RunError[] {
  if (!result.threw) return [];
  const message = `rule ${rule.id} on ${resource.logicalId}: ${result.because ?? 'threw'}`;
  return [{ kind: 'rule', path: resource.template.path, message }];
}

/** What cannot be evaluated at all is an error of the run; it hides nothing else. */
function attempt<T>(unit: Unit, tally: Tally, work: () => readonly T[]): readonly T[] {
  try {
    return work();
  } catch (error) {
    const message = maskText(error instanceof Error ? error.message : String(error));
    tally.error({ kind: 'rule', path: unit.path, message: `rules could not be evaluated: ${message}` });
    return [];
  }
}

function ofRule({ rule, resource, result }: RuleOutcome): Judged[] {
  if (!isDecided(result)) return [];
  const { template, logicalId, type, constructPath } = resource;
  return [
    {
      rule,
      control: controlOf(rule),
      result,
      template,
      logicalId,
      resourceType: type,
      constructPath,
      place: constructPath ?? (logicalId === '' ? nameOf(template) : logicalId),
      propertyIdentifies: true,
    },
  ];
}

/** What a template is called wherever its file lies. */
function nameOf({ claims, stackName = '' }: Template): string {
  return claims?.marker ? `${claims.marker.account}/${claims.marker.capability}` : stackName;
}

function ofClaim({ rule, template, subject, result }: ClaimOutcome): Judged[] {
  if (!isDecided(result)) return [];
  return [
    {
      rule,
      control: controlOf(rule),
      result,
      template,
      logicalId: '',
      resourceType: TEMPLATE_TYPE,
      place: subject,
      propertyIdentifies: false,
    },
  ];
}

function isDecided(result: RuleResult): result is Decided {
  return result.status !== 'not-applicable';
}

function controlOf({ id, control }: Rule | ClaimRule): Control {
  const found = controlById(control);
  if (!found) throw new Error(`rule ${id} evidences ${control}, which is not in the catalogue`);
  return found;
}
