import { CLAIMS_METADATA_KEY, claimsSchema, type Claims, type RunError } from '../../model';
import { own, type JsonMap } from '../resolve/json';

export interface ClaimsResult {
  readonly claims: Claims | undefined;
  readonly errors: readonly RunError[];
}

/** Reads `Metadata.Lionrock`; claims that do not follow the schema count as none and are an error. */
export function claimsOf(path: string, metadata: JsonMap): ClaimsResult {
  const raw = own(metadata, CLAIMS_METADATA_KEY);
  if (raw === undefined) return { claims: undefined, errors: [] };
  const parsed = claimsSchema.safeParse(raw);
  if (parsed.success) return { claims: parsed.data, errors: [] };
  const issues = parsed.error.issues.map(
    (issue) => `${['Metadata', CLAIMS_METADATA_KEY, ...issue.path].join('.')}: ${issue.message}`,
  );
  return {
    claims: undefined,
    errors: [{ kind: 'claims', path, message: `claims are not valid: ${issues.join('; ')}` }],
  };
}
