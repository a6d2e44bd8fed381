import { Stack } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';
import {
  CLAIMS_METADATA_KEY,
  claimsSchema,
  flowSchema,
  landingZoneMarkerSchema,
  transferSchema,
  type Claims,
  type Flow,
  type LandingZoneMarker,
  type Transfer,
} from '../lib/model';

/** The part of a zod schema that is used here. */
interface Parser<T> {
  safeParse(value: unknown): {
    success: boolean;
    data?: T | undefined;
    error?: { issues: readonly { path: readonly PropertyKey[]; message: string }[] } | undefined;
  };
}

/**
 * Writes a flow under `Metadata.Lionrock.flows` of the template in which `scope` stands: a claim, which counts only
 * when the register of the landing zone holds the same entry. Saying the same thing twice changes nothing.
 *
 * @throws Error when the flow does not fit the register's schema, or another flow of the template has its id.
 */
export function claimFlow(scope: IConstruct, flow: Flow): void {
  const claimed = parse(scope, 'flow', flowSchema, flow);
  const claims = claimsOf(scope);
  writeClaims(scope, { ...claims, flows: withEntry(scope, 'flow', claims.flows ?? [], claimed) });
}

/**
 * Writes a transfer under `Metadata.Lionrock.transfers` of the template in which `scope` stands.
 *
 * @throws Error when the transfer does not fit the register's schema, or another transfer of the template has its id.
 */
export function claimTransfer(scope: IConstruct, transfer: Transfer): void {
  const claimed = parse(scope, 'transfer', transferSchema, transfer);
  const claims = claimsOf(scope);
  writeClaims(scope, { ...claims, transfers: withEntry(scope, 'transfer', claims.transfers ?? [], claimed) });
}

/**
 * Marks the template in which `scope` stands as part of a landing zone (`Metadata.Lionrock.marker`).
 *
 * @throws Error when the marker does not fit its schema, or the template has a different one.
 */
export function claimMarker(scope: IConstruct, marker: LandingZoneMarker): void {
  const claimed = parse(scope, 'landing-zone marker', landingZoneMarkerSchema, marker);
  const claims = claimsOf(scope);
  if (claims.marker && !same(claims.marker, claimed)) {
    throw new Error(
      `[${scope.node.path}] the template is already marked as ${JSON.stringify(claims.marker)}, ` +
        `found a second marker ${JSON.stringify(claimed)}: mark each stack once`,
    );
  }
  writeClaims(scope, { ...claims, marker: claimed });
}

/** The claims made so far in the template in which `scope` stands. */
export function claimsOf(scope: IConstruct): Claims {
  const written: unknown = Stack.of(scope).templateOptions.metadata?.[CLAIMS_METADATA_KEY];
  return written === undefined ? {} : parse(scope, `Metadata.${CLAIMS_METADATA_KEY}`, claimsSchema, written);
}

function writeClaims(scope: IConstruct, claims: Claims): void {
  Stack.of(scope).addMetadata(CLAIMS_METADATA_KEY, claims);
}

/** Sorted by id, so that the order of declarations does not change the template. */
function withEntry<T extends { id: string }>(scope: IConstruct, kind: string, entries: readonly T[], entry: T): T[] {
  const other = entries.find((candidate) => candidate.id === entry.id);
  if (other && !same(other, entry)) {
    throw new Error(
      `[${scope.node.path}] ${kind} "${entry.id}" is declared twice in one template with different contents: ` +
        `${JSON.stringify(other)} and ${JSON.stringify(entry)}; give one of them another id`,
    );
  }
  return other ? [...entries] : [...entries, entry].toSorted((a, b) => (a.id < b.id ? -1 : 1));
}

function same(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

function parse<T>(scope: IConstruct, what: string, schema: Parser<T>, value: unknown): T {
  const result = schema.safeParse(value);
  if (result.success && result.data !== undefined) return result.data;
  const issues = (result.error?.issues ?? []).map((issue) => `${issue.path.join('.') || what}: ${issue.message}`);
  throw new Error(
    `[${scope.node.path}] invalid ${what}: ${issues.join('; ')}; found ${JSON.stringify(value)}, ` +
      'expected the form of the register',
  );
}
