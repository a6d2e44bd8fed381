import type { Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { profileById } from '../../lib/profiles';
import { evaluateRules, RULES } from '../../lib/rules';
import { graphOf, templateFromObject } from '../../lib/template';

/** What our own rules find in a stack's synthesized template: lines of `status rule at logical id`, sorted. */
export function ownFindings(stack: Stack): string[] {
  return ownFindingsIn(Template.fromStack(stack).toJSON());
}

/** What our own rules find in a template's body. */
export function ownFindingsIn(body: object): string[] {
  const graph = graphOf([templateFromObject('template.json', body, { region: 'ap-east-1', account: '111111111111' })]);
  return evaluateRules(graph, RULES, { profile: profileById('hk-s17') })
    .filter(({ result }) => result.status === 'fail' || result.status === 'unknown')
    .map(({ rule, resource, result }) => `${result.status} ${rule.id} at ${resource.logicalId}`)
    .toSorted();
}
