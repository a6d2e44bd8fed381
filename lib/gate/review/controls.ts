import { CONTROLS, FRAMEWORK_NAMES, type Control } from '../../controls';
import type { ControlsReview, EnforcementPoint, EvidenceResource, GateResult, ReviewControl } from '../../model';
import { RULES } from '../../rules';
import { CHANGE_RULES, CLAIM_RULES } from '../claims';
import { applicableControls } from './applicable';
import type { ReviewBasis } from './basis';
import type { Passes } from './passes';

const OF_ORGANISATION = /^AWS::(Organizations|ControlTower)::/;
/** What watches, or tells of, what runs. */
const AT_RUN_TIME =
  /^AWS::(Config|GuardDuty|SecurityHub|AccessAnalyzer|Macie|Inspector|InspectorV2|Detective|CloudTrail)::|^AWS::(CloudWatch::Alarm|Events::Rule|Logs::MetricFilter)$/;

/**
 * Every control with its rules and the resources on which they pass.
 * @param positions Of templates, by their paths.
 */
export function controlsReview(
  { controls }: GateResult,
  passes: Passes,
  positions: ReadonlyMap<string, number>,
  { registers }: ReviewBasis,
): ControlsReview {
  const evidenced = new Set(controls);
  const applies = new Set(applicableControls(registers));
  const resources = passes.resources.map(({ template, logicalId, type }) => ({
    template: positions.get(template) ?? 0,
    logicalId,
    type,
  }));
  return {
    frameworks: Object.entries(FRAMEWORK_NAMES).map(([id, name]) => ({ id, name })),
    resources,
    controls: CONTROLS.map((control) =>
      reviewed(control, { resources, passes, applies: applies.has(control), evidenced: evidenced.has(control.id) }),
    ),
  };
}

interface Evidence {
  readonly resources: readonly EvidenceResource[];
  readonly passes: Passes;
  readonly applies: boolean;
  readonly evidenced: boolean;
}

function reviewed(control: Control, { resources, passes, applies, evidenced }: Evidence): ReviewControl {
  const { id, title, statement, area, severity, enforcement, frameworks, uncovered, note } = control;
  const rules = [...RULES, ...CLAIM_RULES, ...CHANGE_RULES]
    .filter((rule) => rule.control === id)
    .map((rule) => ({ id: rule.id, message: rule.message, passed: passes.of(rule.id) }));
  const types = new Set(rules.flatMap(({ passed }) => passed.map((at) => resources[at]?.type ?? '')));
  return {
    id,
    title,
    statement,
    area,
    severity,
    enforcement,
    sources: frameworks,
    applies,
    evidenced,
    ...(uncovered === undefined ? {} : { uncovered }),
    ...(note === undefined ? {} : { note }),
    points: pointsOf(id, types, passes),
    rules,
  };
}

/** Where templates show that it is enforced: by what kinds of resources the rules of the control pass. */
function pointsOf(control: string, types: ReadonlySet<string>, passes: Passes): readonly EnforcementPoint[] {
  const rules = RULES.filter((rule) => rule.control === control);
  const some = (pattern: RegExp) => [...types].some((type) => pattern.test(type));
  return [
    ...(rules.length > 0 ? ['synth' as const] : []),
    ...(passes.hasHook && rules.some(({ scope }) => scope === 'resource') ? ['hook' as const] : []),
    ...(some(OF_ORGANISATION) ? ['organisation' as const] : []),
    ...(some(AT_RUN_TIME) ? ['runtime' as const] : []),
  ];
}
