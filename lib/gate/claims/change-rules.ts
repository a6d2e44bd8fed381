import type { ClaimRule } from './claim-rules';

/** Rules about what a change takes away: they compare with a baseline, and fire also where no other rule does. */
const CONTROL = 'CHG-02';

const REMEDIATION =
  'Restore what was there; if the change is meant, have it reviewed as what it is, and take the new state as the baseline.';

function changeRule(id: string, message: string): ClaimRule {
  return { id, control: CONTROL, severity: 'high', message, remediation: REMEDIATION };
}

export const ENCRYPTION_WEAKENED = changeRule(
  'encryption-weakened',
  'The change encrypts less than the baseline does.',
);

export const FLOW_OPENED = changeRule('flow-opened', 'The change lets traffic pass that the baseline does not.');

export const GUARDRAIL_LOOSENED = changeRule(
  'guardrail-loosened',
  'The change lets through what a guardrail, or another denial, of the baseline stops.',
);

export const KEY_ROTATION_WEAKENED = changeRule(
  'key-rotation-weakened',
  'The change rotates a key or a secret less than the baseline does, or no more.',
);

export const LOGGING_DROPPED = changeRule('logging-dropped', 'The change records less than the baseline does.');

export const POLICY_BROADENED = changeRule('policy-broadened', 'The change allows what the baseline does not.');

export const PROTECTION_REMOVED = changeRule(
  'protection-removed',
  'The change takes away, or turns off, what protects something in the baseline.',
);

export const RETENTION_SHORTENED = changeRule(
  'retention-shortened',
  'The change keeps data, logs or backups for a shorter time than the baseline does.',
);

export const MARKER_KEPT: ClaimRule = {
  id: 'marker-kept',
  control: 'GOV-01',
  severity: 'high',
  message:
    'The baseline marks this as part of a landing zone; the marker is lost, and with it the rules over the estate.',
  remediation: 'Synthesize it from the config again; find out who removed Metadata.Lionrock.marker.',
};

export const CHANGE_RULES: readonly ClaimRule[] = [
  ENCRYPTION_WEAKENED,
  FLOW_OPENED,
  GUARDRAIL_LOOSENED,
  KEY_ROTATION_WEAKENED,
  LOGGING_DROPPED,
  MARKER_KEPT,
  POLICY_BROADENED,
  PROTECTION_REMOVED,
  RETENTION_SHORTENED,
];
