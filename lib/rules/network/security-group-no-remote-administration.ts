import { and, forSome, or, type Trilean } from '../../model';
import type { Value } from '../../template';
import { present } from '../check';
import { coversPort, part } from './traffic';
import { forbidEntries } from './judge-entries';
import type { Rule } from '../rule';

const PORTS = [22, 23, 3389, 5900, 5985, 5986];

/**
 * SSH, Telnet, remote desktop, WinRM and VNC, from whatever block. A source that is a security group is another
 * matter: it is within the zone model.
 */
export const securityGroupNoRemoteAdministration: Rule = {
  id: 'security-group-no-remote-administration',
  control: 'WKL-09',
  category: 'network-open-ingress',
  severity: 'medium',
  message: 'The security group opens a port of remote administration to a block of addresses.',
  remediation: 'Use the session service, which needs no open port.',
  types: ['AWS::EC2::SecurityGroup', 'AWS::EC2::SecurityGroupIngress'],
  scope: 'resource',
  evaluate: forbidEntries({
    direction: 'Ingress',
    expected: 'no address block that reaches a port of remote administration',
    is: (entry) =>
      and(
        isFromBlock(entry),
        forSome(PORTS, (port) => coversPort(entry, port)),
      ),
  }),
};

function isFromBlock(entry: Value | undefined): Trilean {
  return or(present.test(part(entry, 'CidrIp')), present.test(part(entry, 'CidrIpv6')));
}
