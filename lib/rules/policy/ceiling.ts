import { at, partsOf, type Resource } from '../../template';
import { companions } from '../check';
import type { RuleContext } from '../rule';

/** Types whose permissions a boundary limits, and to which a policy can be attached. */
const IDENTITIES = ['AWS::IAM::Role', 'AWS::IAM::User'];
const ATTACHED_FROM = ['AWS::IAM::Role', 'AWS::IAM::User', 'AWS::IAM::Group'];

/**
 * Whether a managed policy only limits what others are given: a permissions boundary of some identity of the unit, and
 * attached to none. Such a policy gives nothing, however wide it is.
 */
export function isCeiling(resource: Resource, { graph }: RuleContext): boolean {
  if (resource.type !== 'AWS::IAM::ManagedPolicy') return false;
  const { Roles, Users, Groups } = resource.properties;
  if ([Roles, Users, Groups].some((list) => list !== undefined)) return false;
  const bounds = IDENTITIES.flatMap((type) => companions(graph, resource, { type, path: 'PermissionsBoundary' }));
  if (!bounds.some(({ certainty }) => certainty === true)) return false;
  return ATTACHED_FROM.every((type) =>
    companions(graph, resource, { type, path: 'ManagedPolicyArns[]' }).every(
      (companion) => companion.certainty !== true && namesOnlyOthers(companion.resource),
    ),
  );
}

/** A policy of AWS is none of the unit, also where its partition is not known. */
function namesOnlyOthers({ properties }: Resource): boolean {
  return at(properties, 'ManagedPolicyArns[]').every(({ value }) =>
    partsOf(value)?.some((part) => typeof part === 'string' && part.includes(':iam::aws:policy/')),
  );
}
