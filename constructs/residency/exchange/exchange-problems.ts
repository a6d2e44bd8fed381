import { createPublicKey } from 'node:crypto';
import { Stack, Token } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { dayAt } from '../../../lib/model';
import type { CrossBoundaryExchangeProps } from './options';

const SCANNER = 'AWS::GuardDuty::MalwareProtectionPlan';
const MAX_MIB = 100;
const LEAST_BITS = 2048;

/** What is wrong with the properties of an exchange: a sentence with its remedy each. */
export function exchangeProblems(scope: Construct, props: CrossBoundaryExchangeProps): readonly string[] {
  return [
    ...lifeProblems(props),
    ...levelProblems(props),
    ...peopleProblems(props),
    ...wayProblems(props),
    ...scanProblems(scope, props),
  ];
}

function lifeProblems({ transfer, profile, today = todayIn(profile.timeZone) }: CrossBoundaryExchangeProps): string[] {
  const { id, start, expires } = transfer;
  if (today > expires)
    return [`transfer: "${id}" expired on ${expires}; have it approved again, or remove the exchange`];
  if (today < start) return [`transfer: "${id}" begins on ${start}; deploy the exchange when it is in force`];
  return [];
}

/** The same day in every run for the same `SOURCE_DATE_EPOCH`. */
function todayIn(timeZone: string): string {
  const epoch = process.env['SOURCE_DATE_EPOCH'];
  return dayAt(epoch === undefined ? new Date() : new Date(Number(epoch) * 1000), timeZone);
}

function levelProblems({ transfer, profile }: CrossBoundaryExchangeProps): string[] {
  const { levels } = profile.classification;
  if (levels.length === 0 || levels.includes(transfer.classification)) return [];
  return [
    `transfer: found the classification "${transfer.classification}", expected one of ${levels.join(', ')}; correct the register`,
  ];
}

function peopleProblems({ senders, approvers }: CrossBoundaryExchangeProps): string[] {
  if (senders.length === 0 || approvers.length === 0)
    return ['senders, approvers: expected at least one role each; name them'];
  const both = senders.filter((role) => approvers.includes(role));
  return both.length === 0
    ? []
    : [
        `approvers: found ${both.join(', ')}, who also hand in; expected roles of others, so that nobody approves their own`,
      ];
}

function wayProblems({ transfer, delivery, recipientKey, maxMiB = 1 }: CrossBoundaryExchangeProps): string[] {
  const { host, folder = '/' } = delivery;
  return [
    ...(host === transfer.to
      ? []
      : [
          `delivery: found the host "${host}", expected "${transfer.to}", to which transfer "${transfer.id}" leads; correct one of them`,
        ]),
    ...(/^\/[\w./-]*$/.test(folder) && !folder.includes('..')
      ? []
      : [`delivery: found the folder "${folder}", expected a path that begins with "/"; correct it`]),
    ...(delivery.by !== 'sftp' || delivery.trustedHostKeys.length > 0
      ? []
      : [
          'delivery: found no trustedHostKeys, expected the keys by which the server is known; ask the recipient for them',
        ]),
    ...(isRsaKey(recipientKey)
      ? []
      : [`recipientKey: expected an RSA public key of ${LEAST_BITS} bits or more, as PEM; ask the recipient for one`]),
    ...(maxMiB >= 1 && maxMiB <= MAX_MIB
      ? []
      : [`maxMiB: expected 1 to ${MAX_MIB}, found ${maxMiB}; send larger data in parts`]),
  ];
}

function isRsaKey(pem: string): boolean {
  try {
    const { asymmetricKeyType, asymmetricKeyDetails } = createPublicKey(pem);
    return asymmetricKeyType === 'rsa' && (asymmetricKeyDetails?.modulusLength ?? 0) >= LEAST_BITS;
  } catch {
    return false;
  }
}

function scanProblems(scope: Construct, { profile, scannerRole }: CrossBoundaryExchangeProps): string[] {
  const { region } = Stack.of(scope);
  if (scannerRole !== undefined || Token.isUnresolved(region) || !profile.absentTypes[region]?.has(SCANNER)) return [];
  return [
    `${SCANNER} is not published in ${region}: nobody would look for malware; give the scannerRole of a scanner of your own`,
  ];
}
