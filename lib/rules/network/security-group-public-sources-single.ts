import { and, cidrContains, not, or, parseCidr, type Trilean } from '../../model';
import { asText, holdsForAny, Reference, Unknown, type Value } from '../../template';
import { part } from './traffic';
import { forbidEntries } from './judge-entries';
import { isClaimed } from './claimed';
import type { Rule } from '../rule';

const PRIVATE = [
  '10.0.0.0/8',
  '172.16.0.0/12',
  '192.168.0.0/16',
  '100.64.0.0/10',
  '169.254.0.0/16',
  '127.0.0.0/8',
  'fc00::/7',
  'fe80::/10',
  '::1/128',
]
  .map(parseCidr)
  .filter((cidr) => cidr !== undefined);

/**
 * Networks of others are not trusted. Private and shared address space, link-local and unique local addresses are
 * not judged; the whole internet is the subject of another rule.
 */
export const securityGroupPublicSourcesSingle: Rule = {
  id: 'security-group-public-sources-single',
  control: 'NET-17',
  category: 'network-open-ingress',
  severity: 'medium',
  message: 'The security group lets in a whole block of the internet.',
  remediation: 'Name single addresses, or let other networks end in a DMZ zone by a declared flow.',
  types: ['AWS::EC2::SecurityGroup', 'AWS::EC2::SecurityGroupIngress'],
  scope: 'resource',
  evaluate: forbidEntries({
    direction: 'Ingress',
    expected: 'single addresses of the internet, private blocks, or groups',
    is: (entry, resource) =>
      and(
        or(isWidePublic(part(entry, 'CidrIp')), isWidePublic(part(entry, 'CidrIpv6'))),
        not(isClaimed(entry, resource, 'from')),
      ),
  }),
};

function isWidePublic(value: Value | undefined): Trilean {
  return holdsForAny(value, (option) => isWide(option));
}

function isWide(value: Value | undefined): Trilean {
  if (value === undefined || value instanceof Reference) return false;
  if (value instanceof Unknown) return 'unknown';
  const [address = '', length = ''] = (asText(value) ?? '').split('/');
  const single = parseCidr(`${address}/${address.includes(':') ? 128 : 32}`);
  const prefix = Number(length);
  if (!single || length === '' || prefix >= single.prefix || prefix <= 1) return false;
  return !PRIVATE.some((block) => block.prefix <= prefix && cidrContains(block, single));
}
