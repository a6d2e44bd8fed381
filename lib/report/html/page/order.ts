import type { ReviewFinding, Severity } from '../../../model';

/** From the gravest on. */
export const SEVERITY_ORDER: readonly Severity[] = ['critical', 'high', 'medium', 'low'];

/** As findings are listed. */
export const STATUS_ORDER: readonly ReviewFinding['status'][] = ['fail', 'unknown', 'waived'];
