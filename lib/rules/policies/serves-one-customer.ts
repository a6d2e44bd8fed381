import { and, forSome, not, type Trilean } from '../../model';
import { describe, type Value } from '../../template';
import { conditionKeys, isAllow, isNarrowed, type Principal, type Statement } from '../policy';

/**
 * Services that act for many customers and say for which one, in aws:SourceArn and aws:SourceAccount. Others send neither,
 * and a condition would lock them out. Source: the confused-deputy pages of their user guides.
 */
const SENDERS: ReadonlySet<string> = new Set([
  'cloudfront',
  'cloudtrail',
  'config',
  'delivery.logs',
  'guardduty',
  'logging.s3',
  's3',
  'serverlessrepo',
  'ses',
  'sns',
]);

/** Keys of KMS that bind a call to one use. Lower case. */
const BINDING = /^kms:(viaservice|calleraccount|encryptioncontext.*|grantisforawsresource)$/;

/** Whether a statement lets a service in on behalf of whomever. */
export function servesAnybody(item: Statement): Trilean {
  return and(
    isAllow(item),
    forSome(item.principals, isSender),
    () => not(isNarrowed(item)),
    () => !isBound(item.condition),
  );
}

function isSender({ kind, name }: Principal): boolean {
  if (kind !== 'Service') return false;
  const service = /^(.+)\.(amazonaws\.(?:com|com\.cn|eu)|\$\{AWS::URLSuffix\})$/.exec(describe(name))?.[1];
  return service !== undefined && SENDERS.has(service);
}

function isBound(condition: Value | undefined): boolean {
  return conditionKeys(condition).some(({ key }) => BINDING.test(key));
}
