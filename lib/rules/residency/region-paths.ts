import { asText, arnOf, isList, Reference, Unknown } from '../../template';
import { at, fail, NOT_APPLICABLE, pass, unknown, worst, type Found } from '../check';
import type { Rule, RuleContext, RuleResult } from '../rule';

/** Properties that name a region (`region`), or an ARN with one (`arn`), by resource type. */
export interface RegionPaths {
  readonly region?: readonly string[];
  readonly arn?: readonly string[];
}

const EXPECTED = 'a region of the profile';

/** A rule's predicate: every region that a resource names is one of the profile’s. What is not set names none. */
export function staysHome(paths: Readonly<Record<string, RegionPaths>>): Rule['evaluate'] {
  return (resource, context) => {
    const { region = [], arn = [] } = paths[resource.type] ?? {};
    const results = [
      ...region.flatMap((path) => texts(at(resource.properties, path))).map((found) => judgeRegion(found, context)),
      ...arn.flatMap((path) => texts(at(resource.properties, path))).map((found) => judgeArn(found, context)),
    ];
    const failed = results.filter(({ status }) => status === 'fail');
    if (failed.length > 0) return failed;
    return results.find(({ status }) => status === worst(results)) ?? NOT_APPLICABLE;
  };
}

/** Single values; lists of regions are taken apart. */
function texts(found: readonly Found[]): readonly Found[] {
  return found.flatMap(({ path, value }): readonly Found[] => {
    if (value === undefined || value === null) return [];
    return isList(value)
      ? texts(value.map((item, index) => ({ path: `${path}.${index}`, value: item })))
      : [{ path, value }];
  });
}

function judgeRegion(found: Found, { profile }: RuleContext): RuleResult {
  const { value } = found;
  // The region of the stack itself: nothing leaves it, wherever the stack is.
  if (value instanceof Unknown && value.source === 'AWS::Region') return pass(found, EXPECTED);
  const name = asText(value);
  if (name === undefined) return unknown(found, EXPECTED);
  return profile.regions.includes(name) ? pass(found, EXPECTED) : fail(found, EXPECTED);
}

/** What a reference names stands in the region of the stack; ARNs of global resources name no region. */
function judgeArn(found: Found, context: RuleContext): RuleResult {
  const { value } = found;
  if (value instanceof Reference) return pass(found, EXPECTED);
  const arn = arnOf(value);
  if (arn === undefined) return value instanceof Unknown ? unknown(found, EXPECTED) : NOT_APPLICABLE;
  if (asText(arn.region) === '') return NOT_APPLICABLE;
  const { status } = judgeRegion({ path: found.path, value: arn.region }, context);
  return status === 'fail'
    ? fail(found, EXPECTED)
    : status === 'pass'
      ? pass(found, EXPECTED)
      : unknown(found, EXPECTED);
}
