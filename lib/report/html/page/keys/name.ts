import type { ReviewKey } from '../../../../model';

/** What people call a key. */
export function nameOfKey({ aliases, constructPath, logicalId }: ReviewKey): string {
  return aliases[0] ?? constructPath ?? logicalId;
}

/** What tells it from all others in the page. */
export function addressOfKey({ template, logicalId }: ReviewKey): string {
  return `${template}#${logicalId}`;
}
