import type { Resource } from '../graph';
import { LoadedResource } from './loaded-resource';

/**
 * The resource in each way that the conditions in its properties can turn out together, so that two properties which
 * depend on one condition are never mixed. The resource alone when it depends on no open condition; at most 32 variants,
 * beyond which some properties stay `OneOf`.
 */
export function variantsOf(resource: Resource): readonly Resource[] {
  return resource instanceof LoadedResource ? resource.variants() : [resource];
}

/**
 * The resource in each way that the conditions of others of its template can turn out, within which they exist or do not,
 * and point to one thing or another. At most 32 ways, beyond which some conditions stay open.
 */
export function apart(resource: Resource, others: readonly Resource[]): readonly Resource[] {
  if (!(resource instanceof LoadedResource)) return [resource];
  const near = others.filter(({ template }) => template === resource.template);
  const conditions = near.flatMap((other) => (other instanceof LoadedResource ? other.conditions : []));
  return resource.over(new Set(conditions));
}

/** The resource of a template that a variant is a form of: what references and other resources point to. */
export function wholeOf(variant: Resource): Resource {
  return variant.template.resource(variant.logicalId) ?? variant;
}
