import { and, forSome, type Trilean } from '../../model';
import type { Resource } from '../../template';
import { accompanied, among, get } from '../check';
import type { Rule } from '../rule';

const checksDefaultGroup = (rule: Resource): Trilean =>
  among('VPC_DEFAULT_SECURITY_GROUP_CLOSED').test(get(rule.properties, 'Source.SourceIdentifier'));

/**
 * EC2 makes the group with each VPC and CloudFormation cannot change it: the CDK does so by a custom resource,
 * which names the group it empties. A Config rule in the same template that watches default groups counts too.
 */
export const vpcDefaultGroupClosed: Rule = {
  id: 'vpc-default-group-closed',
  control: 'NET-09',
  message: 'The default security group lets all of its members talk, and everything out.',
  remediation:
    'Empty the default group (restrictDefaultSecurityGroup of the CDK does), or let Config find members of it.',
  types: ['AWS::EC2::VPC'],
  scope: 'resource',
  evaluate: accompanied({
    namings: [{ type: 'Custom::VpcRestrictDefaultSG', path: 'DefaultSecurityGroupId' }],
    expected: 'a default security group without rules',
    otherwise: ({ template }, { graph }) =>
      forSome(graph.ofType('AWS::Config::ConfigRule'), (rule) =>
        and(rule.template === template, checksDefaultGroup(rule)),
      ),
  }),
};
