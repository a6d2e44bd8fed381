/** The word by which a block is wanted of `lionrock allocate`; `auto/21` says how large a VPC is to be. */
export const WANTED = /^auto(?:\/(\d{1,3}))?$/;

/** Whether a value of a config is the word that `lionrock allocate` replaces. */
export function isWanted(value: unknown): boolean {
  return typeof value === 'string' && WANTED.test(value);
}
