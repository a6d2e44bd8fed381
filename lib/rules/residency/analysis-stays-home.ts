import { staysHome, type RegionPaths } from './region-paths';
import type { Rule } from '../rule';

const PATHS: Readonly<Record<string, RegionPaths>> = {
  'AWS::Bedrock::KnowledgeBase': {
    arn: ['KnowledgeBaseConfiguration.VectorKnowledgeBaseConfiguration.EmbeddingModelArn'],
  },
  'AWS::BedrockAgentCore::GatewayTarget': {
    region: ['CredentialProviderConfigurations[].CredentialProvider.IamCredentialProvider.Region'],
  },
  'AWS::Budgets::BudgetsAction': { region: ['Definition.SsmActionDefinition.Region'] },
  'AWS::CleanRooms::Collaboration': { region: ['AllowedResultRegions'] },
  'AWS::CleanRooms::ConfiguredTable': { region: ['TableReference.Glue.Region', 'TableReference.Athena.Region'] },
  'AWS::DataZone::EnvironmentBlueprintConfiguration': { region: ['EnabledRegions'] },
  'AWS::DataZone::EnvironmentProfile': { region: ['AwsAccountRegion'] },
  'AWS::DataZone::ProjectProfile': { region: ['EnvironmentConfigurations[].AwsRegion.RegionName'] },
  'AWS::Deadline::Monitor': { region: ['IdentityCenterRegion'] },
  'AWS::EKS::Capability': { region: ['Configuration.ArgoCd.AwsIdc.IdcRegion'] },
  'AWS::Glue::Database': { region: ['DatabaseInput.TargetDatabase.Region'] },
  'AWS::Glue::Table': { region: ['TableInput.TargetTable.Region'] },
  'AWS::Lex::Bot': { region: ['Replication.ReplicaRegions'] },
  'AWS::MPA::IdentitySource': { region: ['IdentitySourceParameters.IamIdentityCenter.Region'] },
};

/** Links of catalogues, collaborations, projects and models, by the region or ARN that they name. */
export const analysisStaysHome: Rule = {
  id: 'analysis-stays-home',
  control: 'RES-08',
  message: 'Data is analysed or shared in another region.',
  remediation: 'Name regions of the profile only.',
  types: Object.keys(PATHS),
  scope: 'resource',
  evaluate: staysHome(PATHS),
};
