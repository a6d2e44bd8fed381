import { asBoolean, asNumber, identity, type Resource } from '../../template';
import { fail, pass, unknown } from '../check';
import type { Rule } from '../rule';

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
    const { NetworkAclId, RuleNumber, Egress } = resource.properties;
    const found = { path: 'RuleNumber', value: RuleNumber };
    const number = asNumber(RuleNumber);
    if (number === undefined) return unknown(found, EXPECTED);
    const isTwin = ({ template, logicalId, properties }: Resource): boolean =>
      template === resource.template &&
      logicalId !== resource.logicalId &&
      asNumber(properties['RuleNumber']) === number &&
      asBoolean(properties['Egress'] ?? false) === asBoolean(Egress ?? false) &&
      identity(properties['NetworkAclId']) === identity(NetworkAclId);
    const twins = graph.ofType(resource.type).filter(isTwin);
    const isCertain = twins.some((twin) => graph.accompanies(resource, twin) === true);
    return isCertain ? fail(found, EXPECTED) : pass(found, EXPECTED);
  },
};
