/**
 * Names by which questions about reachability ask for several things at once, wherever they stand; a zone of the same name
 * comes first.
 * - `anywhere`: every zone, the internet, and every other network outside;
 * - `default-groups`: what wears the default security group of its VPC, as long as that has rules;
 * - `instance-metadata`: instances whose metadata a program on them can be made to fetch, because they need no token.
 */
export const NAMED_SETS = ['anywhere', 'default-groups', 'instance-metadata'] as const;
export type NamedSet = (typeof NAMED_SETS)[number];
