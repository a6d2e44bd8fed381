import type { Registers } from '../config';
import { dayAt, type NotApplicable, type RunError } from '../model';
import { evaluateRules, RULES, type Declared, type RuleOutcome, type RuleResult } from '../rules';
import type { Template, Unit } from '../template';
import type { Comparison, Weakening } from './baseline';
import { judgeClaims, type ClaimOutcome } from './claims';
import { controlOf, TEMPLATE_TYPE, type Judged } from './draft';
import type { Draft } from './fingerprint';
import { runEngine } from './engines';
import { honourInline, judgeSuppressions } from './inline';
import { maskText } from '../rules/evidence';
import type { GateOptions } from './options';
import type { Rollout } from './rollout';
import { rulesFor } from './rules-for';
import { withSources } from './source-of';
import { judgeShown } from './shown';
import { Tally, type UnitJudgement } from './tally';
import { placesIn, type Waivers } from './waivers';

type Decided = Judged['result'];

/** What all units of a run share. */
export interface Run {
  readonly rollout: Rollout;
  readonly waivers: Waivers;
  /** Only where there is a baseline of templates. */
  readonly comparison?: Comparison;
}

/** Judges one unit by the built-in rules, the registers and the injected engines. */
export async function judgeUnit(unit: Unit, options: GateOptions, run: Run): Promise<UnitJudgement> {
  const tally = new Tally(options.includePassed ?? false, run.rollout);
  for (const error of unit.errors) tally.error(error);
  judgeByRules(unit, options, tally);
  for (const { judged, left } of attempt(unit, tally, () => [judgeShown(unit.graph, options)])) {
    for (const each of judged) tally.add(each);
    for (const each of left) tally.leaveOut(each);
  }
  for (const weakening of attempt(unit, tally, () => run.comparison?.weakenings(unit) ?? [])) {
    tally.add(ofChange(weakening));
  }
  for (const engine of options.engines ?? []) {
    const { findings, errors, evaluated } = await runEngine(engine, unit);
    tally.addForeign(findings, evaluated);
    for (const error of errors) tally.error(error);
  }
  if (tally.evaluated === 0 && unit.errors.length === 0) tally.error(nothingEvaluated(unit));
  const drafts = withExceptions(unit, options, tally, run);
  const { errors, evaluated, passed, controls, warnings, notApplicable } = tally;
  return { errors, evaluated, passed, controls, drafts, warnings, notApplicable };
}

/** Applies the register of waivers, and then judges or honours what the templates say of themselves. */
function withExceptions({ graph }: Unit, options: GateOptions, tally: Tally, { waivers }: Run): readonly Draft[] {
  const placeOf = placesIn(graph, options.registers);
  const drafts = waivers.apply(withSources(tally.drafts, graph), placeOf);
  if (options.inline === 'honour') return honourInline(drafts, graph);
  const before = tally.drafts.length;
  const suppressions = judgeSuppressions(graph, drafts, (requirements, place) => {
    const { template, logicalId, type, constructPath } = place;
    return waivers.hold(
      requirements,
      placeOf({ template: template.path, logicalId, resourceType: type, constructPath }),
    );
  });
  for (const judged of suppressions) tally.add(judged);
  return [...drafts, ...waivers.apply(withSources(tally.drafts.slice(before), graph), placeOf)];
}

function nothingEvaluated(unit: Unit): RunError {
  const types = new Set(unit.graph.templates.flatMap(({ resources }) => resources.map(({ type }) => type)));
  const found = types.size === 0 ? 'there is no resource' : `no rule judges ${listed([...types].toSorted())}`;
  const message = `nothing was evaluated: ${found}${hint(types)}`;
  return { kind: 'nothing-evaluated', path: unit.path, message };
}

/** Some types are judged within a whole estate alone. */
function hint(types: ReadonlySet<string>): string {
  const ofEstate = RULES.filter(({ scope }) => scope === 'estate').flatMap((rule) => rule.types);
  return ofEstate.some((type) => types.has(type))
    ? ' by itself; with --estate, or --config, rules of a whole estate do'
    : '';
}

function listed(names: readonly string[]): string {
  const shown = names.slice(0, 5).join(', ');
  return names.length > 5 ? `${shown} and ${names.length - 5} more types` : shown;
}

function judgeByRules(unit: Unit, options: GateOptions, tally: Tally): void {
  const { graph } = unit;
  const { profile, registers, now = new Date() } = options;
  const declared = registers && declaredBy(registers, dayAt(now, profile.timeZone));
  const evaluate = () => evaluateRules(graph, rulesFor(graph, options), { profile, declared });
  for (const outcome of attempt(unit, tally, evaluate)) countOutcome(outcome, options, tally);
  const claims = { registers, now, profile, part: options.part ?? false };
  for (const outcome of attempt(unit, tally, () => judgeClaims(graph, claims))) {
    const { because } = outcome.result;
    if (isDecided(outcome.result)) tally.add(ofClaim(outcome, outcome.result));
    else if (because !== undefined) tally.leaveOut(leftOut(outcome, { ...outcome, logicalId: '' }, because));
  }
}

function countOutcome(outcome: RuleOutcome, options: GateOptions, tally: Tally): void {
  const { rule, resource, result } = outcome;
  if (result.threw) tally.error(thrownBy(outcome));
  const left = leftToOthers(result, options);
  if (left !== undefined) tally.leaveOut(leftOut(outcome, resource, left));
  if (left !== undefined || !isDecided(result)) return;
  if (result.status === 'pass') options.observer?.passed?.(rule.id, resource);
  if (tally.onlyCounts(result)) tally.pass(rule.control);
  else tally.add(ofRule(outcome, result));
}

/** Why a result is not given here, where somebody else judges it. */
function leftToOthers(result: RuleResult, { part = false, resourcesFollow = false }: GateOptions): string | undefined {
  if (result.status === 'not-applicable') return result.because;
  const follows = part && resourcesFollow && result.status === 'unknown' && result.toldByResource;
  return follows ? `${result.because ?? 'it is handed over'}: judged by itself when the resource is made` : undefined;
}

function leftOut(
  { rule }: { readonly rule: { readonly id: string; readonly control: string } },
  { template, logicalId }: { readonly template: Template; readonly logicalId: string },
  because: string,
): NotApplicable {
  return { rule: rule.id, control: rule.control, template: template.path, logicalId, because };
}

function declaredBy({ transfers, accounts, allowedGlobalServices = [] }: Registers, today: string): Declared {
  return {
    transfers,
    allowedEverywhere: allowedGlobalServices,
    today,
    accounts: accounts.map(({ name, id, isManagement = false, units = [] }) => ({ name, id, isManagement, units })),
  };
}

/** A rule that threw is undecided on that resource, and an error of the run: no number of allowed unknowns covers it. */
function thrownBy({ rule, resource, result }: RuleOutcome): RunError {
  const message = `rule ${rule.id} on ${resource.logicalId}: ${result.because ?? 'threw'}`;
  return { kind: 'rule', path: resource.template.path, message };
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

function ofRule({ rule, resource }: RuleOutcome, result: Decided): Judged {
  const { template, logicalId, type, constructPath } = resource;
  return {
    rule,
    control: controlOf(rule),
    result,
    template,
    logicalId,
    resourceType: type,
    constructPath,
    place: result.subject ?? constructPath ?? (logicalId === '' ? nameOf(template) : logicalId),
    propertyIdentifies: true,
  };
}

/** What a template is called wherever its file lies. */
function nameOf({ claims, stackName = '' }: Template): string {
  return claims?.marker ? `${claims.marker.account}/${claims.marker.capability}` : stackName;
}

function ofClaim({ rule, template, subject }: ClaimOutcome, result: Decided): Judged {
  return {
    rule,
    control: controlOf(rule),
    result,
    template,
    logicalId: '',
    resourceType: TEMPLATE_TYPE,
    place: subject,
    propertyIdentifies: false,
  };
}

function ofChange({ rule, status, template, resource, place, property, ...seen }: Weakening): Judged {
  return {
    rule,
    control: controlOf(rule),
    result: { status, ...(property === undefined ? {} : { property }), ...seen },
    template,
    logicalId: resource?.logicalId ?? '',
    resourceType: resource?.type ?? TEMPLATE_TYPE,
    constructPath: resource?.constructPath,
    place,
    propertyIdentifies: true,
  };
}

function isDecided(result: RuleResult): result is Decided {
  return result.status !== 'not-applicable';
}
