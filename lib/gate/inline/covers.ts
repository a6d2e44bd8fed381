import { ruleById, rulesForUpstream } from '../../rules';
import type { Suppression } from './suppression';

/** What somebody asks not to be held to: a rule with the control that it evidences, null for another engine's. */
export interface Requirement {
  readonly rule: string;
  readonly control: string | null;
}

/**
 * Whether a suppression is about a rule: it names the rule itself, or a rule of another checker that asks the same. One
 * that names a single finding (`AwsSolutions-IAM5[Resource::*]`) covers that finding only, never a rule of ours.
 */
export function covers(suppression: Suppression, rule: string): boolean {
  return suppression.id === rule || namedBy(suppression) === rule || answering(suppression).includes(rule);
}

/**
 * The rule of ours that a suppression names, if it names one: without the pack before it. Our rules begin with a small
 * letter, so that no rule of another pack is taken for one.
 */
export function namedBy({ id }: Suppression): string {
  return id.replace(/^[A-Z][A-Za-z0-9.]*-(?=[a-z])/, '');
}

/** All requirements that a suppression is about: the rule as it is written, and our rules that ask the same. */
export function requirementsOf(suppression: Suppression): readonly Requirement[] {
  const own = [...new Set([namedBy(suppression), ...answering(suppression)])].flatMap((id) => {
    const control = ruleById(id)?.control;
    return control === undefined ? [] : [{ rule: id, control }];
  });
  return [{ rule: suppression.id, control: null }, ...own];
}

/** Rules of ours that ask what another checker's rule asks. */
function answering({ source, id }: Suppression): readonly string[] {
  return id.includes('[') ? [] : (rulesForUpstream(source ?? 'cdk-nag', id) ?? []);
}
