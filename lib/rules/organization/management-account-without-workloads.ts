import type { Graph, Resource, Template } from '../../template';
import { propertyPath } from '../check';
import type { Rule } from '../rule';

/** Made in the management account only. */
const MANAGEMENT = [
  'AWS::Organizations::Account',
  'AWS::Organizations::Organization',
  'AWS::Organizations::OrganizationalUnit',
  'AWS::Organizations::ResourcePolicy',
];

/** What serves users or keeps their data; functions and queues may belong to the platform itself. */
const WORKLOADS: ReadonlySet<string> = new Set([
  'AWS::ApiGateway::RestApi',
  'AWS::ApiGatewayV2::Api',
  'AWS::AppRunner::Service',
  'AWS::AutoScaling::AutoScalingGroup',
  'AWS::Batch::ComputeEnvironment',
  'AWS::DocDB::DBCluster',
  'AWS::EC2::Instance',
  'AWS::ECS::Service',
  'AWS::EKS::Cluster',
  'AWS::EMR::Cluster',
  'AWS::ElastiCache::ReplicationGroup',
  'AWS::ElasticBeanstalk::Environment',
  'AWS::ElasticLoadBalancing::LoadBalancer',
  'AWS::ElasticLoadBalancingV2::LoadBalancer',
  'AWS::Lightsail::Instance',
  'AWS::Neptune::DBCluster',
  'AWS::OpenSearchService::Domain',
  'AWS::RDS::DBCluster',
  'AWS::RDS::DBInstance',
  'AWS::Redshift::Cluster',
  'AWS::SageMaker::NotebookInstance',
]);

/** The account is that of the templates that make the organisation’s parts, by marker or id; else those alone. */
export const managementAccountWithoutWorkloads: Rule = {
  id: 'management-account-without-workloads',
  control: 'GOV-06',
  message: 'A workload stands in the account that no guardrail binds.',
  remediation: 'Move it to a member account; service control policies do not hold in the management account.',
  types: MANAGEMENT,
  scope: 'estate',
  evaluate: (_anchor, { graph }) => {
    const found = managementTemplates(graph).flatMap(({ resources }) => resources.filter(isWorkload));
    const property = propertyPath('');
    const expected = 'no workload beside the organisation';
    const sure = found.filter(({ condition }) => condition === undefined).map(nameOf);
    if (sure.length > 0) return { status: 'fail', property, observed: sure.slice(0, 10), expected };
    if (found.length === 0) return { status: 'pass', property, observed: 'none', expected };
    const because = `whether ${found.map(nameOf).join(', ')} is made depends on a condition`;
    return { status: 'unknown', property, expected, because };
  },
};

function managementTemplates(graph: Graph): readonly Template[] {
  const making = MANAGEMENT.flatMap((type) => graph.ofType(type)).map(({ template }) => template);
  const accounts = new Set(making.flatMap(keysOf));
  return graph.templates.filter(
    (template) => making.includes(template) || keysOf(template).some((key) => accounts.has(key)),
  );
}

function keysOf({ account, claims }: Template): readonly string[] {
  return [account, claims?.marker?.account].filter((key) => key !== undefined);
}

function isWorkload({ type }: Resource): boolean {
  return WORKLOADS.has(type);
}

function nameOf({ logicalId, type }: Resource): string {
  return `${logicalId} (${type})`;
}
