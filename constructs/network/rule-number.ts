import { createHash } from 'node:crypto';

/** Numbers that AWS allows are 1 to 32766; those below are left to people. */
const FIRST = 100;
const LAST = 32766;

/** Chosen so that rules which are named after zones of the profiles never meet: nobody could rename those. */
const SALT = 'lionrock-acl-0:';

/**
 * Number of a network ACL rule, computed from what the rule is about: it stays the same whatever rules come, go or
 * move. All rules allow, so their order means nothing. Two rules can meet on one number: the ACL refuses that.
 */
export function ruleNumber(key: string): number {
  const hash = createHash('sha256').update(`${SALT}${key}`).digest().readUInt32BE(0);
  return FIRST + (hash % (LAST - FIRST + 1));
}
