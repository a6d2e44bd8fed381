import type { ApprovalsReview } from './approvals';
import type { ControlsReview } from './controls';
import type { FindingsReview } from './findings';
import type { GlanceReview } from './glance';
import type { IdentityReview } from './identity';
import type { KeysReview } from './keys';
import type { LogsReview } from './logs';
import type { NetworkReview } from './network';
import type { ResidencyReview } from './residency';

/**
 * The review page as plain data: what a security team is shown, drawn by `lib/report/html`. Each part stands in its own
 * file here, its builder under the same name in `lib/gate/review`, its view under the same name in
 * `lib/report/html/page`. What is absent is left out: no part holds `null`.
 */
export interface Review {
  readonly glance: GlanceReview;
  readonly findings: FindingsReview;
  readonly controls: ControlsReview;
  readonly approvals: ApprovalsReview;
  readonly residency: ResidencyReview;
  readonly keys: KeysReview;
  readonly logs: LogsReview;
  readonly identity: IdentityReview;
  /** One for each unit with a network. */
  readonly networks: readonly NetworkReview[];
}
