import type { Category, Severity } from '../../model';

/** A rule about what templates claim of themselves: it needs the registers, which rules over resources never see. */
export interface ClaimRule {
  readonly id: string;
  readonly control: string;
  /** Overrides the control's. */
  readonly category?: Category;
  /** Overrides the control's. */
  readonly severity?: Severity;
  /** First day on which its findings block, as YYYY-MM-DD. Default: from the start. */
  readonly blocksFrom?: string;
  readonly message: string;
  readonly remediation: string;
}

export const MARKER_PRESENT: ClaimRule = {
  id: 'marker-present',
  control: 'GOV-01',
  severity: 'high',
  message: 'The config holds this account, but no template of the account carries the landing-zone marker.',
  remediation: 'Synthesize the account from the config again; find out who removed Metadata.Lionrock.marker.',
};

export const MARKER_REGISTERED: ClaimRule = {
  id: 'marker-registered',
  control: 'GOV-01',
  severity: 'high',
  message: 'What the template says of its account is not what the landing zone’s config says.',
  remediation:
    'Give the config that owns the account with --config; if it is the right one, synthesize the account again.',
};

export const FLOW_REGISTERED: ClaimRule = {
  id: 'flow-registered',
  control: 'NET-02',
  message: 'The template opens a flow that the landing zone’s config does not hold in these words.',
  remediation: 'Have the flow entered in the config by those who own it, or remove it from the template.',
};

export const FLOW_CURRENT: ClaimRule = {
  id: 'flow-current',
  control: 'NET-02',
  message: 'The template opens a flow whose permission has expired.',
  remediation: 'Remove the flow, or have it approved again with a new last day in the config.',
};

export const STATED_PROPERTY_HOLDS: ClaimRule = {
  id: 'stated-property-holds',
  control: 'NET-02',
  message: 'A property that the landing zone’s config states of the network does not hold.',
  remediation: 'Close, or open, the way that is shown; change the property only with those who asked for it.',
};

export const SUPPRESSION_REGISTERED: ClaimRule = {
  id: 'suppression-registered',
  control: 'GOV-10',
  message: 'The template asks not to be held to a rule, and no register holds a waiver that says the same.',
  remediation:
    'Have the exception approved and entered in the register of waivers, or remove the suppression and mend what it hides.',
};

export const TRANSFER_REGISTERED: ClaimRule = {
  id: 'transfer-registered',
  control: 'GOV-10',
  category: 'data-residency',
  severity: 'high',
  message: 'The template moves data by a transfer that the landing zone’s config does not hold in these words.',
  remediation:
    'Have the transfer approved and entered in the config by those who own it, or remove it from the template.',
};

export const TRANSFER_CURRENT: ClaimRule = {
  id: 'transfer-current',
  control: 'GOV-10',
  category: 'data-residency',
  severity: 'high',
  message: 'The template moves data by a transfer that has not begun or has expired.',
  remediation: 'Remove the transfer, or have it approved again with new days in the config.',
};

export const REGISTERED_TRANSFER_CURRENT: ClaimRule = {
  id: 'registered-transfer-current',
  control: 'GOV-10',
  category: 'data-residency',
  severity: 'medium',
  message: 'The landing zone’s config holds a transfer that has expired, or whose review is overdue.',
  remediation: 'Have its approver review it, give it new days, or remove it from the config.',
};

export const REGISTERED_TRANSFER_USED: ClaimRule = {
  id: 'registered-transfer-used',
  control: 'GOV-10',
  category: 'data-residency',
  severity: 'medium',
  message: 'The landing zone’s config permits a transfer by which nothing leaves.',
  remediation: 'Remove it from the config, or correct where it leads and by which mechanism.',
};

/** The rules about claims. */
export const RULES_OF_CLAIMS: readonly ClaimRule[] = [
  FLOW_CURRENT,
  FLOW_REGISTERED,
  MARKER_PRESENT,
  MARKER_REGISTERED,
  REGISTERED_TRANSFER_CURRENT,
  REGISTERED_TRANSFER_USED,
  STATED_PROPERTY_HOLDS,
  SUPPRESSION_REGISTERED,
  TRANSFER_CURRENT,
  TRANSFER_REGISTERED,
];
