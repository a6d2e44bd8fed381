import { ruleById, type RuleResult } from '../../rules';
import { maskText } from '../../rules/evidence';
import type { Graph, Resource, Template } from '../../template';
import { SUPPRESSION_REGISTERED } from '../claims';
import { controlOf, isOpen, TEMPLATE_TYPE, type Judged } from '../draft';
import type { Draft } from '../fingerprint';
import { covers, namedBy, requirementsOf, type Requirement } from './covers';
import type { Suppression } from './suppression';
import { suppressionsIn, suppressionsOf } from './suppressions-of';

/** What is suppressed, and where: a resource, or a template as a whole, which has no logical id. */
export interface SuppressedPlace {
  readonly template: Template;
  readonly logicalId: string;
  readonly type: string;
  readonly constructPath: string | undefined;
}

/** Whether the register holds a waiver in force for one of these requirements at a place. */
export type IsRegistered = (requirements: readonly Requirement[], place: SuppressedPlace) => boolean;

/**
 * Holds the suppressions that stand in templates against the register of waivers: nobody approves their own exception.
 * What CDK code acknowledged of another engine's rules is judged only where it would excuse a finding of this run: those
 * rules are that engine's, and its acknowledgements stand on everything below a construct.
 * @param drafts Findings of the unit, waived by the register where it says so.
 */
export function judgeSuppressions(
  graph: Graph,
  drafts: readonly Draft[],
  isRegistered: IsRegistered,
): readonly Judged[] {
  let open: ReadonlyMap<string, readonly string[]> | undefined;
  return graph.templates.flatMap((template) => [
    ...suppressionsIn(template).map((suppression) => judged(suppression, wholeOf(template), isRegistered)),
    ...template.resources.flatMap((resource) => {
      const suppressions = suppressionsOf(resource);
      // Nearly no resource has one.
      if (suppressions.length === 0) return NOTHING;
      open ??= openRules(drafts);
      const rules = open.get(`${template.path}#${resource.logicalId}`) ?? [];
      return suppressions
        .filter((suppression) => isAsked(suppression, resource, rules))
        .map((suppression) => judged(suppression, resource, isRegistered));
    }),
  ]);
}

const NOTHING: readonly Judged[] = [];

/** Rules with an open finding, by place. */
function openRules(drafts: readonly Draft[]): ReadonlyMap<string, readonly string[]> {
  const open = new Map<string, string[]>();
  for (const { finding } of drafts) {
    if (!isOpen(finding)) continue;
    const place = `${finding.template}#${finding.logicalId}`;
    const rules = open.get(place);
    if (rules) rules.push(finding.rule);
    else open.set(place, [finding.rule]);
  }
  return open;
}

function isAsked(suppression: Suppression, { type }: Resource, rules: readonly string[]): boolean {
  if (suppression.by !== 'acknowledge' || rules.some((rule) => covers(suppression, rule))) return true;
  const types = ruleById(namedBy(suppression))?.types ?? [];
  return types.includes(type) || types.includes('*');
}

function wholeOf(template: Template): SuppressedPlace {
  return { template, logicalId: '', type: TEMPLATE_TYPE, constructPath: undefined };
}

function judged(suppression: Suppression, place: SuppressedPlace, isRegistered: IsRegistered): Judged {
  const { template, logicalId, type, constructPath } = place;
  return {
    rule: SUPPRESSION_REGISTERED,
    control: controlOf(SUPPRESSION_REGISTERED),
    result: resultOf(suppression, isRegistered(requirementsOf(suppression), place)),
    template,
    logicalId,
    resourceType: type,
    constructPath,
    place: `${constructPath ?? logicalId}/${suppression.by}:${suppression.id}`,
    propertyIdentifies: false,
  };
}

function resultOf({ by, id, reason }: Suppression, isHeld: boolean): RuleResult & { readonly status: 'pass' | 'fail' } {
  const property = by === 'acknowledge' ? {} : { property: `Metadata.${by}` };
  if (isHeld) return { status: 'pass', ...property };
  const why = reason === '' ? 'it gives no reason' : `its reason: ${maskText(reason)}`;
  return {
    status: 'fail',
    ...property,
    observed: `${by} suppresses ${id}`,
    expected: 'a waiver in the register for the same rule and place',
    because: why,
  };
}
