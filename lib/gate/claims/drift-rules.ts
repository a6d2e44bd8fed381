import type { ClaimRule } from './claim-rules';

/** Rules about what is deployed: `lionrock drift` compares it with what was designed. */
const CONTROL = 'CHG-04';

const REMEDIATION =
  'Deploy what was designed again; the trail tells who changed it, and by which permission. If the change is meant, it belongs into the config first.';

function driftRule(id: string, message: string, remediation = REMEDIATION): ClaimRule {
  return { id, control: CONTROL, severity: 'high', message, remediation };
}

export const DEPLOYED_DIFFERS = driftRule('deployed-differs', 'What is deployed is not what its template says.');

export const DEPLOYED_MISSING = driftRule(
  'deployed-missing',
  'The template has it, and in the account it is not there, or does nothing.',
);

export const DEPLOYED_UNMANAGED = driftRule(
  'deployed-unmanaged',
  'It stands in the account, and no template has it.',
  'Find out in the trail who made it, and remove it; what is needed belongs into the config.',
);

export const DEPLOYED_OPENED = driftRule(
  'deployed-opened',
  'The deployed network lets traffic pass that the designed one does not.',
);

export const DEPLOYED_READ = driftRule(
  'deployed-read',
  'It could not be read, or not be compared: nobody can tell whether it is as it was designed.',
  'Let the role read it (lionrock drift --role NAME), or look at it yourself and have that waived.',
);

export const DRIFT_RULES: readonly ClaimRule[] = [
  DEPLOYED_DIFFERS,
  DEPLOYED_MISSING,
  DEPLOYED_OPENED,
  DEPLOYED_READ,
  DEPLOYED_UNMANAGED,
];
