import { staysHome, type RegionPaths } from './region-paths';
import type { Rule } from '../rule';

const PATHS: Readonly<Record<string, RegionPaths>> = {
  'AWS::CloudFormation::StackSet': { region: ['StackInstancesGroup[].Regions'] },
  'AWS::CodePipeline::Pipeline': { region: ['ArtifactStores[].Region', 'Stages[].Actions[].Region'] },
  'AWS::ECR::ReplicationConfiguration': { region: ['ReplicationConfiguration.Rules[].Destinations[].Region'] },
  'AWS::ImageBuilder::DistributionConfiguration': { region: ['Distributions[].Region'] },
  'AWS::ServiceCatalog::CloudFormationProvisionedProduct': { region: ['ProvisioningPreferences.StackSetRegions'] },
  'AWS::ServiceCatalog::StackSetConstraint': { region: ['RegionList'] },
};

/** Replication of registries, distribution of images, pipelines and stack sets across regions. */
export const artefactsStayHome: Rule = {
  id: 'artefacts-stay-home',
  control: 'RES-07',
  message: 'Images, artefacts or stacks are sent to another region.',
  remediation: 'Name regions of the profile only.',
  types: Object.keys(PATHS),
  scope: 'resource',
  evaluate: staysHome(PATHS),
};
