import type { RuleResult } from '../../rules';
import type { Template } from '../../template';
import type { ClaimRule } from './claim-rules';

/** The result of a claim rule on one claim. */
export interface ClaimOutcome {
  readonly rule: ClaimRule;
  readonly template: Template;
  /** What is claimed, and of which stack or account: stable over edits of the template. */
  readonly subject: string;
  readonly result: RuleResult;
}

/** Why a claim cannot be judged when nobody gave the authority. */
export function withoutRegister(what: string, property: string): RuleResult {
  return {
    status: 'unknown',
    property,
    because: `${what} is only a claim of the template: give the landing zone’s config with --config, which decides`,
  };
}
