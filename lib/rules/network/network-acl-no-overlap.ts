import { and, cidrsOverlap, forSome, or, parseCidr, type Trilean } from '../../model';
import { asNumber, asText, possibilities, type Resource, type Value } from '../../template';
import { fail, get, NOT_APPLICABLE, pass, unknown } from '../check';
import type { Rule } from '../rule';
import { aclSiblings } from './acl-siblings';

const EXPECTED = 'ports and addresses that no entry of the other action speaks of';

/**
 * The first entry that fits decides: where one allows and one denies the same ports and addresses, one of them has no
 * effect, or has it by the order only. The ports of answers (1024 and above, up to 32768 or more) lie across those that
 * are served, and are not judged.
 */
export const networkAclNoOverlap: Rule = {
  id: 'network-acl-no-overlap',
  control: 'NET-02',
  category: 'network-open-ingress',
  severity: 'low',
  message: 'An entry of the network ACL allows what another denies: their order decides what is let in.',
  remediation: 'Allow what a flow declares, and leave the rest to the final deny.',
  types: ['AWS::EC2::NetworkAclEntry'],
  scope: 'resource',
  evaluate: (resource, { graph }) => {
    const found = { path: 'PortRange', value: resource.properties['PortRange'] };
    const ports = portsOf(resource);
    if (!ports || isOfAnswers(ports)) return NOT_APPLICABLE;
    const overlaps = forSome(aclSiblings(resource, graph), (other) => overlap(resource, other));
    if (overlaps === true) return fail(found, EXPECTED);
    if (overlaps === false) return pass(found, EXPECTED);
    return { ...unknown(found, EXPECTED), because: 'ports or addresses of an entry are not known' };
  },
};

/** Bounds that are not known are undefined. */
type Ports = readonly [number | undefined, number | undefined];

/** Undefined for protocols without ports, or without a range. */
function portsOf({ properties }: Resource): Ports | undefined {
  const { Protocol, PortRange } = properties;
  if (!/^(6|17)$/.test(asText(Protocol) ?? '') || PortRange === undefined) return undefined;
  return [asNumber(get(PortRange, 'From')), asNumber(get(PortRange, 'To'))];
}

function isOfAnswers([from, to]: Ports): boolean {
  return from !== undefined && to !== undefined && from >= 1024 && to >= 32_768;
}

function overlap(one: Resource, other: Resource): Trilean {
  const [a, b] = [portsOf(one), portsOf(other)];
  if (!a || !b || isOfAnswers(b) || asText(one.properties['Protocol']) !== asText(other.properties['Protocol']))
    return false;
  return and(
    isContrary(one.properties['RuleAction'], other.properties['RuleAction']),
    meet(a, b),
    forSome(['CidrBlock', 'Ipv6CidrBlock'], (name) => areOverlapping(one.properties[name], other.properties[name])),
  );
}

/** An action that is not text may be either. */
function isContrary(one: Value | undefined, other: Value | undefined): Trilean {
  const [a, b] = [asText(one), asText(other)];
  return a === undefined || b === undefined ? 'unknown' : a.toLowerCase() !== b.toLowerCase();
}

function meet([from, to]: Ports, [otherFrom, otherTo]: Ports): Trilean {
  if (from === undefined || to === undefined || otherFrom === undefined || otherTo === undefined) return 'unknown';
  return from <= otherTo && otherFrom <= to;
}

/** Addresses that are not text may be any; not set is none. */
function areOverlapping(one: Value | undefined, other: Value | undefined): Trilean {
  return or(
    ...possibilities(one).flatMap((a) =>
      possibilities(other).map((b): Trilean => {
        if (a === undefined || b === undefined) return false;
        const [x, y] = [parseCidr(asText(a) ?? ''), parseCidr(asText(b) ?? '')];
        return x && y ? cidrsOverlap(x, y) : 'unknown';
      }),
    ),
  );
}
