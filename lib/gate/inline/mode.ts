/** What becomes of suppressions that stand in templates. */
export type InlineMode = 'strict' | 'honour';
