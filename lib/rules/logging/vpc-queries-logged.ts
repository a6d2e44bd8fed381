import { forSome, type Trilean } from '../../model';
import { arnOf, textStartsWith, type Graph, type Resource } from '../../template';
import { accompanied, companions, referred } from '../check';
import type { Rule } from '../rule';

const QUERY_LOG = 'AWS::Route53Resolver::ResolverQueryLoggingConfig';
const PROFILE = 'AWS::Route53Profiles::ProfileAssociation';

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
      { type: PROFILE, path: 'ResourceId' },
    ],
    expected: 'an association with a query log, or a Route 53 profile that carries one',
    is: (companion, { graph }) => companion.type !== PROFILE || carriesQueryLog(companion, graph),
  }),
};

/** Whether a profile that a VPC is associated with carries a query log; unknown for a profile of other templates. */
function carriesQueryLog({ properties }: Resource, graph: Graph): Trilean {
  const profile = referred(properties['ProfileId'], graph);
  if (!profile) return 'unknown';
  const carried = companions(graph, profile, {
    type: 'AWS::Route53Profiles::ProfileResourceAssociation',
    path: 'ProfileId',
  });
  return forSome(carried, ({ resource }) => {
    const arn = resource.properties['ResourceArn'];
    const target = referred(arn, graph);
    if (target) return target.type === QUERY_LOG;
    const parts = arnOf(arn);
    return parts ? textStartsWith(parts.resource, 'resolver-query-log-config/') : 'unknown';
  });
}
