/** What an exchange was built for. It stands in one variable of the functions' environment, as JSON. */
export interface ExchangeSettings {
  readonly transfer: {
    readonly id: string;
    /** What each object must be tagged with. */
    readonly classification: string;
    /** First and last day, as YYYY-MM-DD, in `timeZone`. */
    readonly start: string;
    readonly expires: string;
  };
  readonly timeZone: string;
  /** Where objects go: `https://HOST/FOLDER` or `sftp://HOST/FOLDER`. */
  readonly destination: string;
  /** Protective markings that no object may carry. */
  readonly markings: readonly string[];
  /** Whether numbers of identity cards may be in what leaves. */
  readonly personalData: boolean;
  /** Ends of names that are let through, lower case: `.csv`. */
  readonly kinds: readonly string[];
  readonly maxBytes: number;
  readonly buckets: {
    readonly staging: string;
    readonly quarantine: string;
    readonly sealed: string;
    readonly records: string;
  };
  /** Name of the parameter that says `open`. */
  readonly switchName: string;
  /** ARN of the key under which each object’s own key is wrapped for the sender. */
  readonly dataKey: string;
  /** ARN of the key with which approvals are signed. */
  readonly approvalKey: string;
  /** RSA public key of the recipient, as PEM. */
  readonly recipientKey: string;
  readonly delivery:
    | { readonly by: 'https'; readonly secret: string }
    | { readonly by: 'sftp'; readonly connector: string; readonly folder: string };
}

/** Name of the variable. */
const SETTINGS_VARIABLE = 'LIONROCK_EXCHANGE';

/** @throws Error when the variable is missing. */
export function settingsFrom(environment: Readonly<Record<string, string | undefined>>): ExchangeSettings {
  const text = environment[SETTINGS_VARIABLE];
  if (text === undefined) throw new Error(`${SETTINGS_VARIABLE} is not set: expected the settings of the exchange`);
  // Written by the construct of the same version, in this form.
  return JSON.parse(text) as ExchangeSettings;
}
