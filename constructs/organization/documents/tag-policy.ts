import type { GuardrailDocument } from '../../../lib/model';

/** Options of {@link tagPolicy}. */
export interface TagPolicyOptions {
  /** Tag key, in the case in which it must be written, to its allowed values. */
  readonly tags: Readonly<Record<string, readonly string[]>>;
  /**
   * Resource types on which another value is refused, not only reported, as `service:type`.
   * @default - {@link TAG_ENFORCED_TYPES}
   */
  readonly enforcedFor?: readonly string[];
  /** @default 'lionrock' */
  readonly namePrefix?: string;
}

/** Data stores for which AWS can enforce tag values (source: Organizations user guide, services that support it). */
export const TAG_ENFORCED_TYPES = [
  'dynamodb:table',
  'ec2:volume',
  's3:bucket',
  'secretsmanager:*',
  'sns:topic',
  'sqs:queue',
] as const;

/**
 * Allowed values of tags such as classification, department and environment. It does not demand that a tag is there:
 * that is for the templates' checks. Evidence for GOV-01.
 *
 * @throws Error when a tag has no allowed value, because AWS would then allow any.
 */
export function tagPolicy(options: TagPolicyOptions): GuardrailDocument {
  const enforced = [...(options.enforcedFor ?? TAG_ENFORCED_TYPES)];
  const tags = Object.entries(options.tags).map(([key, values]) => {
    if (values.length === 0) {
      throw new Error(`found no values for the tag "${key}": expected at least one; leave the tag out to allow any`);
    }
    return [key, tagRule(key, values, enforced)];
  });
  return {
    name: `${options.namePrefix ?? 'lionrock'}-tags`,
    type: 'TAG_POLICY',
    description: 'Spelling and allowed values of the tags that controls rely on',
    document: { tags: Object.fromEntries(tags) },
  };
}

function tagRule(key: string, values: readonly string[], enforced: readonly string[]): object {
  return {
    tag_key: { '@@assign': key },
    tag_value: { '@@assign': [...values] },
    ...(enforced.length > 0 ? { enforced_for: { '@@assign': enforced } } : {}),
  };
}
