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
    for (const entry of acknowledgedOn(on)) {
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

/** An acknowledgement of a rule of a pack, used or not. */
export interface Given {
  /** Rule id as it was written, without the name of the pack before it. */
  readonly rule: string;
  readonly on: IConstruct;
}

/** All acknowledgements of a pack's rules on a construct and below it, those of rules that do not exist included. */
export function acknowledgementsBelow(scope: IConstruct, pack: string): readonly Given[] {
  return scope.node.findAll().flatMap((on) => {
    const ids = acknowledgedOn(on).flatMap(({ data }) => Object.keys(data ?? {}));
    const rules = ids.map((id) =>
      id.startsWith(`${pack}::`) ? id.slice(pack.length + 2) : id.replace(UNQUALIFIED, ''),
    );
    return [...new Set(rules)].filter((rule) => rule.startsWith(`${pack}-`)).map((rule) => ({ rule, on }));
  });
}

function acknowledgedOn({ node }: IConstruct): readonly MetadataEntry[] {
  return node.metadata.filter(({ type }) => type === Validations.ACKNOWLEDGED_RULES_METADATA_KEY);
}

/**
 * Gives an acknowledgement of the short form the long one as well, so that CDK lists what it covers as suppressed, with
 * its reason, where it would else know nothing of it.
 */
export function qualify({ on, isQualified, reason, trace }: Acknowledgement, pack: string, rule: string): void {
  const id = `${pack}::${rule}`;
  if (isQualified || acknowledgedOn(on).some(({ data }) => Object.hasOwn(data ?? {}, id))) return;
  on.node.addMetadata(
    Validations.ACKNOWLEDGED_RULES_METADATA_KEY,
    { [id]: reason },
    trace ? { stackTraceOverride: [...trace] } : {},
  );
}
