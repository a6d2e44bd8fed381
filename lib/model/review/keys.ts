import type { ReviewPlace } from './place';

/** The register of keys: whose each is, how it is kept, and who can do what with it. */
export interface KeysReview {
  readonly keys: readonly ReviewKey[];
}

/** What somebody can do with a key. */
export const KEY_POWERS = ['administer', 'destroy', 'use', 'audit'] as const;
export type KeyPower = (typeof KEY_POWERS)[number];

/** Where the material of a key comes from, and stays, in the words of KMS. */
export const KEY_ORIGINS = ['AWS_KMS', 'EXTERNAL', 'AWS_CLOUDHSM', 'EXTERNAL_KEY_STORE'] as const;
export type KeyOrigin = (typeof KEY_ORIGINS)[number];

export interface ReviewKey extends ReviewPlace {
  readonly aliases: readonly string[];
  readonly description?: string;
  /** Absent where the template does not tell. */
  readonly origin?: KeyOrigin;
  /** `yes`, `no` or `unknown`; keys that KMS cannot rotate have none. */
  readonly rotation?: Answer;
  readonly rotationDays?: number;
  readonly multiRegion: Answer;
  /** `ENCRYPT_DECRYPT` and so on. */
  readonly usage: string;
  readonly pendingDays?: number;
  /** What its policy and grants say, statement by statement. */
  readonly statements: readonly KeyStatement[];
  /** Who of the identities in these templates can do something with it, as the policies together decide. */
  readonly identities: readonly KeyIdentity[];
  /** Types of the resources that name it, each with how many do. */
  readonly protects: readonly { readonly type: string; readonly count: number }[];
  /** What could not be read of its policy. */
  readonly unread: readonly string[];
}

export type Answer = 'yes' | 'no' | 'unknown';

export interface KeyStatement {
  readonly name: string;
  readonly effect: 'Allow' | 'Deny';
  readonly powers: readonly KeyPower[];
  /** Principals as they are named; `the account, by its identity policies` for an account as a whole. */
  readonly who: readonly string[];
  /** Conditions in words, all of which must hold. */
  readonly when: readonly string[];
}

export interface KeyIdentity {
  /** Name of the role or user. */
  readonly name: string;
  readonly account?: string;
  /** What is sure, and what depends on the request or on what is not known. */
  readonly powers: readonly { readonly power: KeyPower; readonly answer: 'yes' | 'unknown' }[];
}
