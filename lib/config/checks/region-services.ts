import type { Workload } from '../schema';
import type { ProblemDraft } from '../problem';
import type { ProfileCheck } from './check';
import { vpcsOf } from './survey';

/** Resource types without which a workload cannot be built. */
const WORKLOAD_TYPES: Readonly<Record<Workload['type'], readonly string[]>> = {
  'web-service': [
    'AWS::ECS::Cluster',
    'AWS::ECS::Service',
    'AWS::ECS::TaskDefinition',
    'AWS::ElasticLoadBalancingV2::Listener',
    'AWS::ElasticLoadBalancingV2::LoadBalancer',
    'AWS::ElasticLoadBalancingV2::TargetGroup',
  ],
  function: ['AWS::Lambda::Function', 'AWS::IAM::Role', 'AWS::Logs::LogGroup'],
  postgres: [
    'AWS::RDS::DBInstance',
    'AWS::RDS::DBParameterGroup',
    'AWS::RDS::DBSubnetGroup',
    'AWS::SecretsManager::Secret',
  ],
  table: ['AWS::DynamoDB::Table'],
  dataset: ['AWS::S3::Bucket'],
  queue: ['AWS::SQS::Queue'],
  exchange: ['AWS::GuardDuty::MalwareProtectionPlan', 'AWS::S3::Bucket', 'AWS::Transfer::Connector'],
};

/**
 * A resource type by which to tell whether a region has the service behind an interface endpoint, for services that
 * not every region has. The names are those of endpoints, without region.
 */
const ENDPOINT_TYPES: Readonly<Record<string, string>> = {
  appflow: 'AWS::AppFlow::Flow',
  'apprunner.requests': 'AWS::AppRunner::Service',
  apprunner: 'AWS::AppRunner::Service',
  auditmanager: 'AWS::AuditManager::Assessment',
  bedrock: 'AWS::Bedrock::Guardrail',
  'bedrock-agent': 'AWS::Bedrock::Agent',
  'bedrock-agent-runtime': 'AWS::Bedrock::Agent',
  'bedrock-runtime': 'AWS::Bedrock::Guardrail',
  'codeconnections.api': 'AWS::CodeConnections::Connection',
  'email-smtp': 'AWS::SES::EmailIdentity',
  kendra: 'AWS::Kendra::Index',
  'models-v2-lex': 'AWS::Lex::Bot',
  'payment-cryptography.controlplane': 'AWS::PaymentCryptography::Key',
  'payment-cryptography.dataplane': 'AWS::PaymentCryptography::Key',
  'quicksight-website': 'AWS::QuickSight::Dashboard',
  'runtime-v2-lex': 'AWS::Lex::Bot',
  securitylake: 'AWS::SecurityLake::DataLake',
  'ssm-incidents': 'AWS::SSMIncidents::ResponsePlan',
};

/** The home region has the services that workloads and interface endpoints need. */
export const checkRegionServices: ProfileCheck = (config, profile) => {
  const absent = profile.absentTypes[config.homeRegion] ?? new Set<string>();
  const region = config.homeRegion;
  const workloads = config.accounts.flatMap((account, index) =>
    account.workloads.flatMap((workload, at): ProblemDraft[] => {
      const missing = WORKLOAD_TYPES[workload.type].filter((type) => absent.has(type));
      if (missing.length === 0) return [];
      return [
        {
          path: ['accounts', index, 'workloads', at, 'type'],
          message: `${workload.type} "${workload.name}" cannot be built: ${region} does not have ${missing.join(', ')}`,
          expected: `a type of workload that ${region} can build`,
          remedy: 'use another type of workload',
        },
      ];
    }),
  );
  const endpoints = vpcsOf(config).flatMap(({ vpc, path }) =>
    vpc.interfaceEndpoints.flatMap((service, index): ProblemDraft[] => {
      const type = ENDPOINT_TYPES[service];
      if (type === undefined || !absent.has(type)) return [];
      return [
        {
          path: [...path, 'interfaceEndpoints', index],
          message: `${region} does not have the service behind the endpoint "${service}" (${type} is not published there)`,
          expected: `a service of ${region}`,
          remedy: 'remove the endpoint',
        },
      ];
    }),
  );
  return [...workloads, ...endpoints, ...hookProblems(config, absent)];
};

/** Types of which the gate at deployment is made, and which bring it to the accounts. */
const HOOK_TYPES = ['AWS::CloudFormation::LambdaHook', 'AWS::CloudFormation::StackSet'];

const GUARD_TYPE = 'AWS::CloudFormation::GuardHook';

function hookProblems(
  { deploymentHook, homeRegion }: Parameters<ProfileCheck>[0],
  absent: ReadonlySet<string>,
): readonly ProblemDraft[] {
  const types = deploymentHook?.guard ? [...HOOK_TYPES, GUARD_TYPE] : HOOK_TYPES;
  const missing = deploymentHook ? types.filter((type) => absent.has(type)) : [];
  if (missing.length === 0) return [];
  return [
    {
      path: ['deploymentHook'],
      message: `the gate at deployment cannot be built: ${homeRegion} does not have ${missing.join(', ')}`,
      expected: 'a region that has CloudFormation hooks',
      remedy: 'remove deploymentHook; the gate in the pipeline judges all that goes through it',
    },
  ];
}
