import { and, forSome } from '../../model';
import { coversPort, isToWorld } from './traffic';
import { forbidEntries } from './judge-entries';
import type { Rule } from '../rule';

/** FTP, SSH, Telnet, RPC, NetBIOS, SMB, databases, remote desktop, VNC, Docker, Kubernetes, caches, search. */
const PORTS = [
  20, 21, 22, 23, 111, 135, 137, 138, 139, 445, 1433, 1434, 1521, 2375, 2376, 2379, 3306, 3389, 4333, 5432, 5500, 5601,
  5900, 5985, 5986, 6379, 6443, 8888, 9200, 9300, 10250, 11211, 27017, 27018, 50000,
];

/** No declared flow makes this right. Entries for all protocols or wide ranges include these ports. */
export const securityGroupNoOpenAdminPorts: Rule = {
  id: 'security-group-no-open-admin-ports',
  control: 'NET-08',
  message: 'The security group opens a port of administration, file sharing or a database to the internet.',
  remediation: 'Use the session service for administration, and let databases in by security group only.',
  types: ['AWS::EC2::SecurityGroup', 'AWS::EC2::SecurityGroupIngress'],
  scope: 'resource',
  evaluate: forbidEntries({
    direction: 'Ingress',
    expected: 'administration and databases closed to the internet',
    is: (entry, _, { graph }) =>
      and(
        isToWorld(entry, graph),
        forSome(PORTS, (port) => coversPort(entry, port)),
      ),
  }),
};
