import { Validations } from 'aws-cdk-lib';
import type { IConstruct, MetadataEntry } from 'constructs';

/** A reason that somebody gave for a rule, on the construct or one around it. */
export interface Acknowledgement {
  readonly id: string;
  readonly reason: string;
  /** Construct on which it stands. */
  readonly on: IConstruct;
  /** True for `Pack::Pack-Rule`, false for `Pack-Rule`, which CDK takes for the id of an annotation. */
  readonly isQualified: boolean;
  readonly trace: readonly string[] | undefined;
}

/** How aws-cdk-lib stores an id without a pack: before 2.262.1 with a small letter. */
const UNQUALIFIED = /^annotation::/i;

/** The nearest acknowledgement of a rule of a pack, in either form. */
export function acknowledgementOf(construct: IConstruct, pack: string, rule: string): Acknowledgement | undefined {
  for (const on of construct.node.scopes.toReversed()) {
    for (const entry of on.node.metadata.filter(({ type }) => type === Validations.ACKNOWLEDGED_RULES_METADATA_KEY)) {
      const found = matchOf(entry, pack, rule);
      if (found) return { ...found, on, trace: entry.trace };
    }
  }
  return undefined;
}

function matchOf(
  { data }: MetadataEntry,
  pack: string,
  rule: string,
): Omit<Acknowledgement, 'on' | 'trace'> | undefined {
  for (const [id, reason] of Object.entries<unknown>(data ?? {})) {
    const isQualified = id === `${pack}::${rule}`;
    if (isQualified || id.replace(UNQUALIFIED, '') === rule)
      return { id, isQualified, reason: typeof reason === 'string' ? reason : '' };
  }
  return undefined;
}

/**
 * Gives an acknowledgement of the short form the long one as well, so that CDK lists what it covers as suppressed, with
 * its reason, where it would else know nothing of it.
 */
export function qualify({ on, isQualified, reason, trace }: Acknowledgement, pack: string, rule: string): void {
  if (isQualified) return;
  const data = { [`${pack}::${rule}`]: reason };
  on.node.addMetadata(
    Validations.ACKNOWLEDGED_RULES_METADATA_KEY,
    data,
    trace ? { stackTraceOverride: [...trace] } : {},
  );
}
