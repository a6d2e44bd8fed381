import { at } from '../check';
import { policyDocument, statement, type PolicyDocument } from './statement';
import { asText, isMap, type Resource, type Value } from '../../template';

/** Where permissions of identities stand, by resource type. */
const IDENTITY_POLICIES: Readonly<Record<string, readonly string[]>> = {
  'AWS::IAM::Policy': ['PolicyDocument'],
  'AWS::IAM::ManagedPolicy': ['PolicyDocument'],
  'AWS::IAM::RolePolicy': ['PolicyDocument'],
  'AWS::IAM::UserPolicy': ['PolicyDocument'],
  'AWS::IAM::GroupPolicy': ['PolicyDocument'],
  'AWS::IAM::Role': ['Policies[].PolicyDocument'],
  'AWS::IAM::User': ['Policies[].PolicyDocument'],
  'AWS::IAM::Group': ['Policies[].PolicyDocument'],
  'AWS::SSO::PermissionSet': ['InlinePolicy'],
};

/** Where policies on resources stand, by resource type. */
const RESOURCE_POLICIES: Readonly<Record<string, string>> = {
  'AWS::ApiGateway::RestApi': 'Policy',
  'AWS::Backup::BackupVault': 'AccessPolicy',
  'AWS::CodeArtifact::Domain': 'PermissionsPolicyDocument',
  'AWS::CodeArtifact::Repository': 'PermissionsPolicyDocument',
  'AWS::DynamoDB::Table': 'ResourcePolicy.PolicyDocument',
  'AWS::ECR::RegistryPolicy': 'PolicyText',
  'AWS::ECR::Repository': 'RepositoryPolicyText',
  'AWS::EFS::FileSystem': 'FileSystemPolicy',
  'AWS::Elasticsearch::Domain': 'AccessPolicies',
  'AWS::Events::EventBus': 'Policy',
  'AWS::IoT::Policy': 'PolicyDocument',
  'AWS::KMS::Key': 'KeyPolicy',
  'AWS::KMS::ReplicaKey': 'KeyPolicy',
  'AWS::Kinesis::ResourcePolicy': 'ResourcePolicy',
  'AWS::Logs::ResourcePolicy': 'PolicyDocument',
  'AWS::MediaStore::Container': 'Policy',
  'AWS::OpenSearchService::Domain': 'AccessPolicies',
  'AWS::S3::AccessPoint': 'Policy',
  'AWS::S3::BucketPolicy': 'PolicyDocument',
  'AWS::S3Express::BucketPolicy': 'PolicyDocument',
  'AWS::SNS::TopicInlinePolicy': 'PolicyDocument',
  'AWS::SNS::TopicPolicy': 'PolicyDocument',
  'AWS::SQS::QueueInlinePolicy': 'PolicyDocument',
  'AWS::SQS::QueuePolicy': 'PolicyDocument',
  'AWS::SecretsManager::ResourcePolicy': 'ResourcePolicy',
};

export const IDENTITY_POLICY_TYPES = Object.keys(IDENTITY_POLICIES);

export const RESOURCE_POLICY_TYPES = Object.keys(RESOURCE_POLICIES);

/** The permissions that a resource gives to identities. */
export function identityDocuments(resource: Resource): readonly PolicyDocument[] {
  return (IDENTITY_POLICIES[resource.type] ?? []).flatMap((path) => documentsAt(resource, path));
}

/** The policy that stands on a resource; none when it has none. */
export function resourceDocuments(resource: Resource): readonly PolicyDocument[] {
  if (resource.type === 'AWS::Events::EventBusPolicy') return eventBusDocument(resource);
  const path = RESOURCE_POLICIES[resource.type];
  return path === undefined ? [] : documentsAt(resource, path);
}

/** Who may assume a role. */
export function trustDocuments(resource: Resource): readonly PolicyDocument[] {
  return documentsAt(resource, 'AssumeRolePolicyDocument');
}

const READ = new WeakMap<Resource, Map<string, readonly PolicyDocument[]>>();

/** The documents at a path of a resource's properties. Many rules ask for the same ones: they are read once. */
export function documentsAt(resource: Resource, path: string): readonly PolicyDocument[] {
  const documents = READ.get(resource) ?? new Map<string, readonly PolicyDocument[]>();
  READ.set(resource, documents);
  const known = documents.get(path);
  if (known) return known;
  const read = at(resource.properties, path)
    .filter(({ value }) => value !== undefined && value !== null)
    .map(({ path: place, value }) => policyDocument(value, place));
  documents.set(path, read);
  return read;
}

/** An event bus policy is one statement, or its older form with an action and an account. */
function eventBusDocument({ properties }: Resource): readonly PolicyDocument[] {
  const body = properties['Statement'];
  if (body !== undefined) {
    return isMap(body)
      ? [{ path: 'Statement', statements: [statement(body, { path: 'Statement', isCertain: true })], unresolved: [] }]
      : [policyDocument(body, 'Statement')];
  }
  const { Action = 'events:PutEvents', Principal = null, Condition } = properties;
  const old = {
    Effect: 'Allow',
    Action,
    Principal,
    ...(Condition === undefined ? {} : { Condition: mapCondition(Condition) }),
  };
  return [{ path: '', statements: [statement(old, { path: 'Principal', isCertain: true })], unresolved: [] }];
}

/** The older form writes one condition as its operator, key and value. */
function mapCondition(condition: Value): Value {
  if (!isMap(condition)) return condition;
  const { Type, Key, Value: value = null } = condition;
  return { [asText(Type) ?? '']: { [asText(Key) ?? '']: value } };
}
