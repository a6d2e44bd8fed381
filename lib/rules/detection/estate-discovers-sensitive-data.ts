import { not } from '../../model';
import type { Resource } from '../../template';
import { everyAccount } from '../check';
import { isStoreOfLogs } from '../s3';
import { TEMPLATE } from '../declarations';
import type { Rule, RuleContext } from '../rule';

const TYPES = ['AWS::Macie::Session'];

/**
 * Accounts whose workloads keep objects. Buckets of the platform's own stacks and those that take logs hold no data of a
 * department; whether a session that is here is paused is another rule’s question.
 */
export const estateDiscoversSensitiveData: Rule = {
  id: 'estate-discovers-sensitive-data',
  control: 'DET-10',
  message: 'Not every account whose workloads keep objects looks for personal and classified data in them.',
  remediation: 'Add a session of Amazon Macie to each account with buckets of workloads.',
  types: [...TYPES, TEMPLATE],
  scope: 'estate',
  evaluate: everyAccount({
    types: TYPES,
    expected: 'a session of Macie in every account whose workloads keep objects',
    where: (resources, context) => resources.some((resource) => keepsObjects(resource, context)),
  }),
};

function keepsObjects(resource: Resource, { graph }: RuleContext): boolean {
  if (resource.type !== 'AWS::S3::Bucket') return false;
  const capability = resource.template.claims?.marker?.capability;
  return (capability === undefined || capability === 'workloads') && not(isStoreOfLogs(resource, graph)) === true;
}
