import type { GuardrailDocument } from '../../lib/model';

/** A policy together with what it is attached to. */
export interface AttachedGuardrail {
  readonly guardrail: GuardrailDocument;
  /** Ids of roots (`r-…`), organisational units (`ou-…`) or accounts (12 digits). */
  readonly targets: readonly string[];
}
