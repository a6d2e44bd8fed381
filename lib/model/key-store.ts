/** Kinds of key stores: HSMs of the department’s own in AWS CloudHSM, or a key manager outside of AWS behind a proxy. */
export const KEY_STORE_TYPES = ['cloudhsm', 'external'] as const;
export type KeyStoreType = (typeof KEY_STORE_TYPES)[number];

/** Id of a key store, as KMS gives it. */
export const KEY_STORE_ID = /^cks-[0-9a-f]{17}$/;

/** Whether each key of the store stands for one that is made outside; a CloudHSM key store makes the material itself. */
export const needsExternalKey = (type: KeyStoreType): boolean => type === 'external';
