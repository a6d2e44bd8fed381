import type { Control } from '../controls';
import type { Profile } from '../profiles';
import { applicableRules, evaluateRules, type Rule, type RuleResult } from '../rules';
import type { Place, Subject } from './subject';

/** A rule of a pack, with the control that it evidences. */
export interface Selected {
  readonly rule: Rule;
  readonly control: Control;
}

/** What does not pass: a failure, or what could not be decided. */
export interface Found extends Selected {
  readonly result: RuleResult;
  readonly logicalId: string;
  readonly place: Place;
}

/** What a pack's rules find in the part of a subject that was asked about, by the engine of the gate. */
export function findIn(subject: Subject, selection: readonly Selected[], profile: Profile): readonly Found[] {
  const { graph, scope, isWhole } = subject;
  const controls = new Map(selection.map(({ rule, control }) => [rule, control]));
  const rules = applicableRules(graph, [...controls.keys()], false);
  return evaluateRules(graph, rules, { profile }).flatMap(({ rule, resource, result }) => {
    const control = controls.get(rule);
    if (!control || (result.status !== 'fail' && result.status !== 'unknown')) return [];
    // A statement on the whole estate hangs on one of its resources, whichever comes first.
    const place = subject.place(resource) ?? (rule.scope === 'estate' && isWhole ? { construct: scope } : undefined);
    return place ? [{ rule, control, result, place, logicalId: resource.logicalId }] : [];
  });
}
