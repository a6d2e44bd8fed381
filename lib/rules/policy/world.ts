import { forSome, type Trilean } from '../../model';
import { arnOf, asText, holdsForAll, type Value } from '../../template';
import { conditionKeys } from './condition';
import { isText } from './match';
import type { Principal, Statement } from './statement';

/** Keys that tell who or from where; a request from elsewhere carries other values. Lower case. */
const NARROWING_KEYS: ReadonlySet<string> = new Set([
  'aws:principalarn',
  'aws:principalaccount',
  'aws:principalorgid',
  'aws:principalorgpaths',
  'aws:sourceaccount',
  'aws:sourcearn',
  'aws:sourceip',
  'aws:sourceorgid',
  'aws:sourceorgpaths',
  'aws:sourceowner',
  'aws:sourcevpc',
  'aws:sourcevpcarn',
  'aws:sourcevpce',
  'aws:userid',
  'aws:username',
  'aws:vpcesourceaccount',
  'aws:vpcesourceorgid',
  'aws:vpcsourceip',
  'kms:calleraccount',
  'kms:grantconstrainttype',
  's3:dataaccesspointaccount',
  's3:dataaccesspointarn',
  'elasticfilesystem:accessedviamounttarget',
  'elasticfilesystem:accesspointarn',
]);

/** Operators that let a request through only if its key has one of the values. Lower case, without set prefix. */
const POSITIVE = /^(foranyvalue:)?(stringequals|stringequalsignorecase|stringlike|arnequals|arnlike|ipaddress|bool)$/;

/** Whether a statement speaks of everybody: any account, any anonymous caller. */
export function namesWorld({ principals }: Statement): Trilean {
  return forSome(principals, isWorld);
}

function isWorld({ kind, name }: Principal): Trilean {
  if (kind === '*') return true;
  if (kind !== 'AWS') return false;
  if (/^arn:[^:]*:iam::\*/.test(asText(name) ?? '')) return true;
  const account = arnOf(name)?.account;
  return account === undefined ? isText(name, '*') : isText(account, '*');
}

/** Whether the statement's condition lets only certain callers through. */
export function isNarrowed({ condition }: Statement): Trilean {
  return holdsForAll(condition, narrows);
}

/** The entries of a condition must all hold: one that narrows is enough. */
function narrows(condition: Value | undefined): boolean {
  return conditionKeys(condition).some(
    ({ operator, key, values }) => POSITIVE.test(operator) && isNarrowingKey(key) && areNarrow(values),
  );
}

/** Tags of the caller are set by the organisation's own people. */
function isNarrowingKey(key: string): boolean {
  return NARROWING_KEYS.has(key) || key.startsWith('aws:principaltag/') || /^[\w.:/-]+:(sub|aud)$/.test(key);
}

/** An asterisk alone, or the whole address space, narrows nothing. */
function areNarrow(values: readonly Value[]): boolean {
  return values.every((value) => {
    const text = asText(value);
    return text === undefined || !/^(\*|0\.0\.0\.0\/0|::\/0|arn:\*.*)$/.test(text);
  });
}
