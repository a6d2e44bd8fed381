/** Who has access to systems of some tiers, for people who check it at least every six months (S17 11.2.4, G3 Appendix C). */
export interface AccessReview {
  readonly landingZone: string;
  /** Lowest system tier that is listed: 1, 2 or 3. */
  readonly tier: number;
  /** Day of the list, in the profile's time zone, as YYYY-MM-DD. */
  readonly made: string;
  /** Day by which the next one is due. */
  readonly next: string;
  readonly accounts: readonly AccountAccess[];
}

/** The access to one account. */
export interface AccountAccess {
  readonly account: string;
  readonly department?: string;
  readonly systemTier: number;
  /** Whether a template of the account was read: nothing is known of one of which none was. */
  readonly isRead: boolean;
  readonly access: readonly AccessEntry[];
}

/** A way to access, to be kept or taken away. */
export interface AccessEntry {
  readonly kind: 'role' | 'permission set';
  readonly name: string;
  /** Who may take it. */
  readonly who: readonly string[];
  /** What can be done with it. */
  readonly may: readonly string[];
  /** What narrows it: conditions, sessions, boundaries. */
  readonly limits: readonly string[];
  readonly template: string;
  readonly logicalId: string;
}
