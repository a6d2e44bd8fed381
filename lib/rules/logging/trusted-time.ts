import { asText, isList, type Value } from '../../template';
import { absent, at, expectation, judge, NOT_APPLICABLE } from '../check';
import type { Rule } from '../rule';

/** The Amazon Time Sync Service within every VPC, on IPv4 and IPv6. */
const TIME_SYNC = ['169.254.169.123', 'fd00:ec2::123'];

/** Addresses of a network of one's own. RFC 1918, RFC 4193. */
const PRIVATE = /^(10\.|192\.168\.|172\.(1[6-9]|2\d|3[01])\.|f[cd][0-9a-f]{2}:)/i;

const trusted = expectation('the Amazon Time Sync Service, or a server of the own network', (value) => {
  const address = asText(value) ?? '';
  return TIME_SYNC.includes(address.toLowerCase()) || PRIVATE.test(address);
});

/**
 * Hosts follow the servers that DHCP names; where it names none, images of AWS follow the Time Sync Service. An own server
 * is taken to follow an approved source (G3 14.4(a)); one on the internet is a source that nobody signed.
 */
export const trustedTime: Rule = {
  id: 'trusted-time',
  control: 'LOG-10',
  message: 'Hosts take the time of their records from a server that anybody may answer for.',
  remediation: 'Set NtpServers to 169.254.169.123, or to an own server that follows an approved source.',
  types: ['AWS::EC2::DHCPOptions'],
  scope: 'resource',
  evaluate: ({ properties }) => {
    if (absent.test(properties['NtpServers']) === true) return NOT_APPLICABLE;
    const servers = at(properties, 'NtpServers[]').filter(({ value }) => !isEmpty(value));
    return servers.length > 0 ? judge(servers, trusted) : NOT_APPLICABLE;
  },
};

function isEmpty(value: Value | undefined): boolean {
  return value === '' || value === undefined || (isList(value) && value.length === 0);
}
