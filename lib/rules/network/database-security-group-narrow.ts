import { asText } from '../../template';
import { at, expectation, judge } from '../check';
import type { Rule } from '../rule';

const narrow = expectation('a block that is named', (value) => !/\/[01]$/.test(asText(value) ?? ''));

/** A relic of EC2 Classic. */
export const databaseSecurityGroupNarrow: Rule = {
  id: 'database-security-group-narrow',
  control: 'NET-02',
  category: 'network-open-ingress',
  message: 'The security group of the database lets the whole internet in.',
  remediation: 'Name the source.',
  types: [
    'AWS::RDS::DBSecurityGroup',
    'AWS::RDS::DBSecurityGroupIngress',
    'AWS::Redshift::ClusterSecurityGroupIngress',
  ],
  scope: 'resource',
  evaluate: ({ type, properties }) => {
    const isGroup = type === 'AWS::RDS::DBSecurityGroup';
    return judge(at(properties, isGroup ? 'DBSecurityGroupIngress[].CIDRIP' : 'CIDRIP'), narrow);
  },
};
