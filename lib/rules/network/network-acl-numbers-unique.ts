import { asNumber } from '../../template';
import { fail, pass, unknown } from '../check';
import type { Rule } from '../rule';
import { aclSiblings } from './acl-siblings';

const EXPECTED = 'a number of its own';

/**
 * CloudFormation makes the first and then fails, or replaces it by the second, as it happens. Entries of branches that
 * exclude each other may share a number.
 */
export const networkAclNumbersUnique: Rule = {
  id: 'network-acl-numbers-unique',
  control: 'NET-02',
  category: 'network-open-ingress',
  severity: 'medium',
  message: 'Two entries of the network ACL have the same number: one of them is lost.',
  remediation: 'Give each entry of one direction a number of its own.',
  types: ['AWS::EC2::NetworkAclEntry'],
  scope: 'resource',
  evaluate: (resource, { graph }) => {
    const found = { path: 'RuleNumber', value: resource.properties['RuleNumber'] };
    const number = asNumber(found.value);
    if (number === undefined) return unknown(found, EXPECTED);
    const isTaken = aclSiblings(resource, graph).some(
      ({ properties }) => asNumber(properties['RuleNumber']) === number,
    );
    return isTaken ? fail(found, EXPECTED) : pass(found, EXPECTED);
  },
};
