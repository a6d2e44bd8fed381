import { qualified, type PolicyStatement } from '../evaluate';
import { FRESH, FRESH_ACCOUNT, instanceOf, isPlain } from './fresh';
import type { Actor } from './settled';
import type { Partition } from '../../../model';

/**
 * Whom to try: a role, a user and root that no policy mentions, and whomever a condition on `aws:PrincipalArn` names. A
 * pattern that leaves the name of a role open names nobody.
 */
export function actorsOf(
  statements: readonly PolicyStatement[],
  partition: Partition,
  account: string | undefined,
): readonly Actor[] {
  const own = account ?? FRESH_ACCOUNT;
  const arn = (resource: string) => `arn:${partition}:iam::${own}:${resource}`;
  const everybody = [
    { arn: arn(`role/${FRESH}`), words: 'any role', isNamed: false },
    { arn: arn(`user/${FRESH}`), words: 'any user', isNamed: false },
    { arn: arn('root'), words: 'the root user', isNamed: false },
  ];
  const known = new Set(everybody.map((each) => each.arn));
  const named = statements
    .flatMap(({ tests }) => tests)
    .filter(({ key, operator }) => key.toLowerCase() === 'aws:principalarn' && qualified(operator).bare !== 'Null')
    .flatMap(({ values }) => values.filter(isPlain))
    .filter((pattern) => namesSomebody(pattern))
    .map((pattern) => ({ arn: instanceOf(pattern).replace(FRESH_ACCOUNT, own), words: pattern, isNamed: true }));
  const distinct = new Map(named.filter((each) => !known.has(each.arn)).map((each) => [each.arn, each]));
  return [...everybody, ...distinct.values()];
}

function namesSomebody(pattern: string): boolean {
  const [, , , , , resource = ''] = pattern.split(':');
  const [, ...name] = resource.split('/');
  return /[^*?/]/.test(name.join('/'));
}
