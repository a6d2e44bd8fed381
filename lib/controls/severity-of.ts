import type { Severity } from '../model';
import type { Rating } from './control';

/** Severity of a rating by the product of its axes (1 to 27); the thresholds are those of docs/severity.md. */
export function severityOf({ impact, exposure, irreversibility }: Rating): Severity {
  const product = impact * exposure * irreversibility;
  if (product >= 18) return 'critical';
  if (product >= 8) return 'high';
  return product >= 4 ? 'medium' : 'low';
}
