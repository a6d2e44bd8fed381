import { OPEN, type PolicyStatement } from '../../../proofs/guardrails';

/** What stands for a text that only the deployment knows. */
const UNKNOWN = '(not known before the deployment)';

/** Whom a statement names, one by one, for people. */
export function whoOf({ principals }: PolicyStatement): readonly string[] {
  if (!principals) return [];
  const names = principals.named.map(({ kind, name }) => {
    if (name === OPEN) return UNKNOWN;
    if (name === '*') return 'everybody';
    const account = /^arn:[^:]+:iam::(\d{12}):root$/.exec(name)?.[1] ?? /^\d{12}$/.exec(name)?.[0];
    if (account !== undefined) return `account ${account}, as its identity policies say`;
    return kind === 'AWS' || kind === '*' ? name.replace(/^arn:[^:]+:iam::/, '') : name;
  });
  return principals.negated ? [`everybody but ${names.join(', ')}`] : names;
}

/** What a statement asks for, a condition each, for people. */
export function whenOf({ tests }: PolicyStatement): readonly string[] {
  return tests.map(({ operator, key, values }) => {
    const texts = values.map((value) => (value === OPEN ? UNKNOWN : value));
    return `${key} ${operator} ${texts.join(' or ')}`;
  });
}
