import type { FindingsReview } from './findings';
import type { GlanceReview } from './glance';

/**
 * The review page as plain data: what a security team is shown, drawn by `lib/report/html`. Each part stands in its own
 * file here, its builder under the same name in `lib/gate/review`, its view under the same name in
 * `lib/report/html/page`. What is absent is left out: no part holds `null`.
 */
export interface Review {
  readonly glance: GlanceReview;
  readonly findings: FindingsReview;
}
