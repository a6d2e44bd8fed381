import { asText, at, partsOf, type Resource } from '../../template';
import { companions } from '../check';
import type { RuleContext } from '../rule';

/** Types whose permissions a boundary limits, and to which a policy can be attached. */
const IDENTITIES = ['AWS::IAM::Role', 'AWS::IAM::User'];
const ATTACHED_FROM = ['AWS::IAM::Role', 'AWS::IAM::User', 'AWS::IAM::Group'];

/**
 * Whether a managed policy only limits what others are given: a permissions boundary of some identity of the unit, and
 * attached to none. Such a policy gives nothing, however wide it is.
 */
export function isCeiling(resource: Resource, { graph, profile }: RuleContext): boolean {
  if (resource.type !== 'AWS::IAM::ManagedPolicy') return false;
  const { Roles, Users, Groups } = resource.properties;
  if ([Roles, Users, Groups].some((list) => list !== undefined)) return false;
  const text = arnOf(resource, profile.partition);
  const bounds = IDENTITIES.flatMap((type) => companions(graph, resource, { type, path: 'PermissionsBoundary', text }));
  if (!bounds.some(({ certainty }) => certainty === true)) return false;
  return ATTACHED_FROM.every((type) =>
    companions(graph, resource, { type, path: 'ManagedPolicyArns[]', text }).every(
      (companion) => companion.certainty !== true && namesOnlyOthers(companion.resource),
    ),
  );
}

/** By which it is meant where no template refers to it; undefined where name or account are not known. */
function arnOf({ properties, template: { account } }: Resource, partition: string): string | undefined {
  const name = asText(properties['ManagedPolicyName']);
  const path = asText(properties['Path'] ?? '/');
  if (name === undefined || path === undefined || account === undefined) return undefined;
  return `arn:${partition}:iam::${account}:policy${path}${name}`;
}

/** A policy of AWS is none of the unit, also where its partition is not known. */
function namesOnlyOthers({ properties }: Resource): boolean {
  return at(properties, 'ManagedPolicyArns[]').every(({ value }) =>
    partsOf(value)?.some((part) => typeof part === 'string' && part.includes(':iam::aws:policy/')),
  );
}
