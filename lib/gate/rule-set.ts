import { createHash } from 'node:crypto';
import { controlById } from '../controls';
import { RULES, type Rule } from '../rules';
import { CLAIM_RULES, type ClaimRule } from './claims';

/** Edition of the rules, by year and month: raised when a release adds, withdraws or regrades rules. */
const EDITION = '2026.11';

/** What decides which findings a rule gives, and whether they block. */
export interface RuleEntry {
  readonly id: string;
  readonly control: string;
  readonly category: string;
  readonly severity: string;
  /** First day on which its findings block; from the start when it is not set. */
  readonly blocksFrom?: string;
}

let entries: readonly RuleEntry[] | undefined;

/** Every rule of the gate, by id. */
export function ruleSet(): readonly RuleEntry[] {
  entries ??= [...RULES, ...CLAIM_RULES].map(entryOf).toSorted((a, b) => (a.id < b.id ? -1 : 1));
  return entries;
}

let version: string | undefined;

/**
 * Version of the rule set that stands in every result: the edition, and a digest of the entries (`2026.11+1a2b3c4d`). Two
 * results with the same version were judged by the same rules, and no change of them keeps the version.
 */
export function ruleSetVersion(): string {
  version ??= versionOf(ruleSet());
  return version;
}

/** Version of these rules. */
export function versionOf(rules: readonly RuleEntry[]): string {
  const digest = createHash('sha256').update(JSON.stringify(rules)).digest('hex');
  return `${EDITION}+${digest.slice(0, 8)}`;
}

function entryOf({ id, control, category, severity, blocksFrom }: Rule | ClaimRule): RuleEntry {
  const of = controlById(control);
  return {
    id,
    control,
    category: category ?? of?.category ?? '',
    severity: severity ?? of?.severity ?? '',
    ...(blocksFrom === undefined ? {} : { blocksFrom }),
  };
}
