import { Duration, Token } from 'aws-cdk-lib';
import { KEY_ALIAS, usualKeyAlias, type KeyPurpose } from '../../lib/model';
import type { KeyUse } from './key-usage';

/** What names a key. */
interface KeyNames extends KeyPurpose {
  readonly alias?: string;
}

const ROTATION_DAYS = { least: 90, most: 2560, usual: 365 };
const NAME = /^[a-z0-9][a-z0-9-]{0,62}$/;

/**
 * Alias of a key: as given, or of department, purpose and classification.
 * @throws Error when a name or the alias is malformed.
 */
export function validAlias(path: string, props: KeyNames): string {
  for (const prop of ['department', 'purpose'] as const) {
    if (!NAME.test(props[prop])) {
      throw new Error(
        `[${path}] ${prop}: expected lower-case letters, digits and hyphens, found "${props[prop]}"; rename it`,
      );
    }
  }
  const alias = props.alias ?? usualKeyAlias(props);
  if (Token.isUnresolved(alias) || KEY_ALIAS.test(alias)) return alias;
  throw new Error(
    `[${path}] alias: expected alias/NAME of letters, digits, "/", "_" and "-", not below alias/aws/, found "${alias}"; rename it`,
  );
}

function validRotation(path: string, days: number = ROTATION_DAYS.usual): number {
  const { least, most } = ROTATION_DAYS;
  if (Number.isInteger(days) && days >= least && days <= most) return days;
  throw new Error(
    `[${path}] rotationPeriodDays: expected whole days from ${least} to ${most}, found ${days}; KMS accepts no other period`,
  );
}

/**
 * How a key rotates: only symmetric keys whose material KMS makes do.
 * @throws Error when the period is one that KMS refuses, or is given for a key that does not rotate.
 */
export function rotation(
  path: string,
  use: KeyUse,
  { rotationPeriodDays, imported }: { readonly rotationPeriodDays?: number; readonly imported?: object },
): { readonly enableKeyRotation: boolean; readonly rotationPeriod?: Duration } {
  if (use === 'encryption' && !imported) {
    return { enableKeyRotation: true, rotationPeriod: Duration.days(validRotation(path, rotationPeriodDays)) };
  }
  return { enableKeyRotation: false };
}

/** @throws Error when a key that does not encrypt has what only such keys can have. */
export function refuseOtherThanEncryption(
  path: string,
  use: KeyUse,
  props: { readonly imported?: object; readonly encryptionContext?: object },
): void {
  if (use === 'encryption') return;
  for (const prop of ['imported', 'encryptionContext'] as const) {
    if (props[prop] !== undefined) {
      throw new Error(
        `[${path}] ${prop}: found it on a key for ${use}, expected it on keys of encryption only; leave it out`,
      );
    }
  }
}
