import { accompanied } from '../check';
import type { Rule } from '../rule';

/** An association counts wherever in the unit it stands. */
export const vpcQueriesLogged: Rule = {
  id: 'vpc-queries-logged',
  control: 'NET-16',
  message: 'Nobody records what names the VPC asks for.',
  remediation: 'Associate a ResolverQueryLoggingConfig with the VPC.',
  types: ['AWS::EC2::VPC'],
  scope: 'resource',
  evaluate: accompanied({
    namings: [
      { type: 'AWS::Route53Resolver::ResolverQueryLoggingConfigAssociation', path: 'ResourceId' },
      { type: 'AWS::Route53Profiles::ProfileAssociation', path: 'ResourceId' },
    ],
    expected: 'an association with a query log, or a Route 53 profile that carries one',
  }),
};
