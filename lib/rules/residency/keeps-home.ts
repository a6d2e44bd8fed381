import {
  coverOf,
  egressPathsOf,
  judgePath,
  witnessOf,
  type Concern,
  type Egress,
  type EgressPath,
} from '../../proofs/residency';
import { Elsewhere, type Resource } from '../../template';
import { NOT_APPLICABLE, propertyPath, worst } from '../check';
import type { Rule, RuleContext, RuleResult } from '../rule';

/** Types whose destinations are ARNs that name their region: none of them can be a bucket. */
const NAME_REGIONS: ReadonlySet<string> = new Set([
  'AWS::Events::Endpoint',
  'AWS::Events::Rule',
  'AWS::Pipes::Pipe',
  'AWS::SNS::Subscription',
  'AWS::Scheduler::Schedule',
]);

const EXPECTED = 'a place inside the profile’s regions, or a declared transfer';

/** How the paths of a concern are judged. */
export interface KeepsHome {
  /** What a resource without any of the properties comes to. @default 'not-applicable' */
  readonly unset?: 'pass' | 'not-applicable';
}

/**
 * A rule’s predicate: by the known paths of a concern nothing leaves the profile’s regions, unless a transfer covers it. A
 * transfer that a template only claims is left to the rules about claims.
 */
export function keepsHome(concern: Concern, { unset = 'not-applicable' }: KeepsHome = {}): Rule['evaluate'] {
  const pathsOf = remembered((type) => egressPathsOf(type).filter((path) => path.concern === concern));
  return (resource, context) => {
    const paths = pathsOf(resource.type);
    const found = paths.flatMap((path) => judgePath(path, { resource, ...context }));
    if (found.length === 0 && unset === 'pass') return notSet(resource, paths);
    return resultsOf(found, context);
  };
}

/** What is the same for all resources of a type is worked out once. */
export function remembered<T>(of: (type: string) => T): (type: string) => T {
  const known = new Map<string, T>();
  return (type) => {
    const before = known.get(type);
    if (before !== undefined) return before;
    const made = of(type);
    known.set(type, made);
    return made;
  };
}

/** Every failure; else what is worst. */
export function resultsOf(found: readonly Egress[], context: RuleContext): RuleResult | readonly RuleResult[] {
  if (found.length === 0) return NOT_APPLICABLE;
  const results = found.map((egress) => resultOf(egress, context));
  const failed = results.filter(({ status }) => status === 'fail');
  if (failed.length > 0) return failed;
  return results.find(({ status }) => status === worst(results)) ?? NOT_APPLICABLE;
}

/** What one way out comes to, given the transfers. */
export function resultOf(egress: Egress, { profile, declared }: RuleContext): RuleResult {
  const { property, observed, leaves, to, because, path } = egress;
  const found = { property: propertyPath(property), observed: observed ?? 'not set', expected: EXPECTED };
  if (leaves === false) return { status: 'pass', ...found };
  const cover = coverOf(egress, { profile, register: declared?.transfers, today: declared?.today ?? '' });
  if (cover.state !== 'none') return { status: 'pass', ...found };
  const witness = witnessOf(egress);
  const why = [...(path.why === undefined ? [] : [path.why]), ...(cover.because === undefined ? [] : [cover.because])];
  if (leaves === 'unknown') {
    return {
      status: 'unknown',
      ...found,
      because: [because ?? 'where it leads is not known', ...why].join('; '),
      witness,
      ...laterTold(egress),
    };
  }
  return { status: 'fail', ...found, because: [`${path.mechanism}: to ${to}`, ...why].join('; '), witness };
}

function laterTold({ observed, path: { type, predicate } }: Egress): Pick<RuleResult, 'toldByResource'> {
  const isArn = predicate === 'arn-region-not-allowed' && NAME_REGIONS.has(type);
  return isArn && observed instanceof Elsewhere ? { toldByResource: true } : {};
}

function notSet({ properties }: Resource, [path]: readonly EgressPath[]): RuleResult {
  if (!path) return NOT_APPLICABLE;
  const [root = ''] = path.path.split(/\[\]|\./);
  return { status: 'pass', property: propertyPath(root), observed: properties[root] ?? 'not set', expected: EXPECTED };
}
