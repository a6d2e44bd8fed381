import { guardrailsOf, proofOf } from '../../../../lib/proofs/guardrails';
import { profileById } from '../../../../lib/profiles';
import { graphOf, templateFromObject } from '../../../../lib/template';

export type Resources = Readonly<Record<string, object>>;

/** A service control policy with these statements on these targets. */
export function policy(
  id: string,
  targets: readonly unknown[] | object,
  statements: unknown,
  more: object = {},
): Resources {
  const content = { Version: '2012-10-17', Statement: statements };
  const properties = { Name: id, Type: 'SERVICE_CONTROL_POLICY', TargetIds: targets, Content: content, ...more };
  return { [id]: { Type: 'AWS::Organizations::Policy', Properties: properties } };
}

export const denying = (Action: unknown, more: object = {}) => ({ Effect: 'Deny', Action, Resource: '*', ...more });

export function guardrails(resources: Resources, sections: object = {}, allowed: readonly string[] = []) {
  const template = templateFromObject('organisation.json', { ...sections, Resources: resources }, {});
  return guardrailsOf(graphOf([template]), profileById('hk-s17'), allowed);
}

export function proof(resources: Resources, sections: object = {}, allowed: readonly string[] = []) {
  const found = proofOf(guardrails(resources, sections, allowed));
  return {
    ...found,
    /** The answer to the property whose name has this word. */
    answer: (word: string) => found.properties.find(({ name }) => name.includes(word))?.answer,
    counterexamples: (word: string) => found.properties.find(({ name }) => name.includes(word))?.counterexamples,
  };
}

export const BREAK_GLASS = { ArnNotLike: { 'aws:PrincipalArn': 'arn:aws:iam::*:role/break-glass' } };
export const OUTSIDE = { StringNotEquals: { 'aws:RequestedRegion': ['ap-east-1'] } };
