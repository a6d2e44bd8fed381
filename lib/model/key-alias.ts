/** Alias of a key as KMS takes it, with `alias/`; those below `alias/aws/` are AWS’s own. */
export const KEY_ALIAS = /^alias\/(?!aws\/)[A-Za-z0-9/_-]{1,250}$/;

/** What names a key of a department. */
export interface KeyPurpose {
  readonly department: string;
  readonly purpose: string;
  readonly classification: string;
}

/** Alias of a key that is given none: `alias/DEPARTMENT/PURPOSE/CLASSIFICATION`. */
export function usualKeyAlias({ department, purpose, classification }: KeyPurpose): string {
  const level = classification.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-');
  return `alias/${department}/${purpose}/${level}`;
}
