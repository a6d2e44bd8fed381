import type { Partition } from '../../../model';
import { asText, type Resource } from '../../../template';

/** Stands for an account that the templates do not tell. */
const SOME_ACCOUNT = '000000000000';

/** Account of a resource, 12 digits; made up where nothing tells it, the same for all of one template. */
export function accountIdOf({ template }: Resource): string {
  return template.account ?? SOME_ACCOUNT;
}

/** Name of a role or managed policy as IAM will know it; made up, but always the same, where AWS chooses it. */
export function nameOf(resource: Resource): string {
  const { properties, template, logicalId } = resource;
  const given = [properties['RoleName'], properties['UserName'], properties['ManagedPolicyName']].map(asText);
  return given.find((name) => name !== undefined) ?? [template.stackName, logicalId].filter(Boolean).join('-');
}

/** ARN of a resource, as policies name it: made up where AWS chooses a part of it. Undefined for types that are not asked for. */
export function arnOfResource(resource: Resource, partition: Partition): string | undefined {
  const { type, template, logicalId } = resource;
  const account = accountIdOf(resource);
  const path = asText(resource.properties['Path']) ?? '/';
  switch (type) {
    case 'AWS::IAM::Role':
      return `arn:${partition}:iam::${account}:role${path}${nameOf(resource)}`;
    case 'AWS::IAM::User':
      return `arn:${partition}:iam::${account}:user${path}${nameOf(resource)}`;
    case 'AWS::IAM::ManagedPolicy':
      return `arn:${partition}:iam::${account}:policy${path}${nameOf(resource)}`;
    case 'AWS::KMS::Key':
    case 'AWS::KMS::ReplicaKey':
      return `arn:${partition}:kms:${template.region ?? 'region'}:${account}:key/${template.stackName ?? ''}${logicalId}`;
    default:
      return undefined;
  }
}
