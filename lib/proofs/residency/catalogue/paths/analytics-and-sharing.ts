import type { PathRow } from '../row';

// One path, one line.
// prettier-ignore
export const analyticsAndSharingPaths: readonly PathRow[] = [
  ['Athena::DataCatalog', 'Parameters', 'arn-region-not-allowed', 'data', 'medium', 'analysis', 'Federated catalog (Lambda or Glue in another account)', '72b7e9ce721875ee'],
  ['Budgets::BudgetsAction', 'Definition.SsmActionDefinition.Region', 'region-not-allowed', 'metadata', 'low', 'analysis', 'Budget action runs in a region', 'cab83b885be55898'],
  ['CleanRooms::Collaboration', 'AllowedResultRegions', 'region-not-allowed', 'data', 'high', 'analysis', 'Regions where results may be written', '27e7dd80490e1c8c'],
  ['CleanRooms::ConfiguredTable', 'TableReference.Athena.Region', 'region-not-allowed', 'data', 'high', 'analysis', 'Table in another region', 'f886d5a16a08956b'],
  ['CleanRooms::ConfiguredTable', 'TableReference.Glue.Region', 'region-not-allowed', 'data', 'high', 'analysis', 'Table in another region', 'f886d5a16a08956b'],
  ['DataZone::EnvironmentBlueprintConfiguration', 'EnabledRegions', 'region-not-allowed', 'data', 'high', 'analysis', 'Project environments may be made in listed regions', '7428cbf5557fd712'],
  ['DataZone::EnvironmentProfile', 'AwsAccountRegion', 'region-not-allowed', 'data', 'high', 'analysis', 'Environment region', 'e0cb32e5d86cbc08'],
  ['DataZone::ProjectProfile', 'EnvironmentConfigurations[].AwsRegion.RegionName', 'region-not-allowed', 'data', 'high', 'analysis', 'Environment region', 'e2569158941ee2f0'],
  ['Deadline::Monitor', 'IdentityCenterRegion', 'region-not-allowed', 'metadata', 'low', 'analysis', 'Uses Identity Center in another region', 'beb157fb72861628'],
  ['EKS::Capability', 'Configuration.ArgoCd.AwsIdc.IdcRegion', 'region-not-allowed', 'metadata', 'low', 'analysis', 'Uses Identity Center in another region', '7816d4a96b146b20'],
  ['EMR::Cluster', 'LogUri', 'unresolvable-name', 'metadata', 'medium', 'buckets', 'Cluster logs to a bucket', 'ac0466c8197ef416'],
  ['Glue::Connection', 'ConnectionInput.ConnectionProperties', 'external-host', 'data', 'medium', 'endpoints', 'JDBC/SaaS endpoint', '28391468300e9ee9'],
  ['Glue::Database', 'DatabaseInput.TargetDatabase.Region', 'region-not-allowed', 'data', 'high', 'analysis', 'Resource link to a database in another region', '3649b59bf6fd8105'],
  ['Glue::Table', 'TableInput.TargetTable.Region', 'region-not-allowed', 'data', 'high', 'analysis', 'Resource link to a table in another region', '5d6a8b4a988f8832'],
  ['IAM::Role', 'AssumeRolePolicyDocument', 'policy-external-principal', 'data', 'high', 'sharing', 'Trust of an external account or identity provider', '7fefd2b7982c788c', { to: 'another account' }],
  ['LakeFormation::PrincipalPermissions', 'Principal', 'present', 'data', 'medium', 'sharing', 'Grant to an external account', '89fd48f71918cde3', { to: 'another account' }],
  ['Location::PlaceIndex', 'DataSource', 'present', 'data', 'medium', 'endpoints', 'Queries go to a third-party map data provider', '8533c8b9c07f216c', { to: 'outside AWS' }],
  ['MPA::IdentitySource', 'IdentitySourceParameters.IamIdentityCenter.Region', 'region-not-allowed', 'metadata', 'low', 'analysis', 'Multi-party approval identity source region', 'ad79d6af92dbda7b'],
  ['QuickSight::DataSource', 'DataSourceParameters', 'external-host', 'data', 'medium', 'endpoints', 'External data source host', '81ac67e29e3b2328'],
  ['SSO::Instance', 'Name', 'present', 'metadata', 'medium', 'exposure', 'Identity Center directory lives in its home region', 'dd7d415516c90a5e', { ownRegion: true }],
];
