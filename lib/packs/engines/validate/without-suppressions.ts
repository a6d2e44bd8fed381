import { isJsonMap } from '../../../model';
/** Keys of `Metadata` by which a template asks checkers to leave it alone. */
const SUPPRESSIONS: ReadonlySet<string> = new Set(['cdk_nag', 'cfn_nag', 'cfn-lint', 'checkov', 'guard']);

/**
 * A copy of a template without what speaks for it: cfn-guard's rules conventionally skip a resource whose metadata asks for
 * it, and nobody approves their own exception.
 */
export function withoutSuppressions(body: unknown): unknown {
  if (!isJsonMap(body)) return body;
  const { Resources: resources } = body;
  if (!isJsonMap(resources)) return stripped(body);
  const entries = Object.entries(resources).map(([id, resource]) => [
    id,
    isJsonMap(resource) ? stripped(resource) : resource,
  ]);
  return { ...stripped(body), Resources: Object.fromEntries(entries) };
}

function stripped(map: { readonly [key: string]: unknown }): { readonly [key: string]: unknown } {
  const { Metadata: metadata, ...others } = map;
  if (!isJsonMap(metadata)) return map;
  const kept = Object.entries(metadata).filter(([key]) => !SUPPRESSIONS.has(key));
  return kept.length === 0 ? others : { ...others, Metadata: Object.fromEntries(kept) };
}
