import { all, among, field, present, property, some } from '../check';
import type { Rule } from '../rule';

/** Off unless it is asked for, here or in the saved configuration, which a template does not show. */
export const beanstalkInVpc: Rule = {
  id: 'beanstalk-in-vpc',
  control: 'NET-01',
  message: 'The environment lands in the default VPC.',
  remediation: 'Name VPCId and Subnets in the namespace aws:ec2:vpc.',
  types: ['AWS::ElasticBeanstalk::Environment'],
  scope: 'resource',
  evaluate: property(
    'OptionSettings',
    some(all(field('Namespace', among('aws:ec2:vpc')), field('OptionName', among('VPCId')), field('Value', present))),
  ),
};
