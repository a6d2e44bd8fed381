import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { IDENTITY_POLICIES, RESOURCE_POLICIES } from '../../lib/rules/policy/places';

/** Documents of the schemas that are no policies of IAM on a resource, or that a rule reads elsewhere. */
const OTHERS: Readonly<Record<string, string>> = {
  'AWS::CodeGuruProfiler::ProfilingGroup agentPermissions':
    'a list of principals, read by no policy engine but its own',
  'AWS::EC2::VPCEndpoint policyDocument': 'limits what passes; vpc-endpoint-policy-limited reads it',
  'AWS::Events::EventBusPolicy statement': 'one statement; resourceDocuments reads it',
  'AWS::Logs::LogGroup dataProtectionPolicy': 'says what is masked',
  'AWS::NetworkManager::CoreNetwork policyDocument': 'routes and segments',
  'AWS::RAM::Permission policyTemplate': 'actions that shares may grant',
  'AWS::SNS::Subscription deliveryPolicy': 'retries',
  'AWS::SNS::Subscription filterPolicy': 'which messages',
  'AWS::SNS::Subscription redrivePolicy': 'where messages go that nobody takes',
  'AWS::SNS::Subscription replayPolicy': 'messages of the past',
  'AWS::SNS::Topic archivePolicy': 'how long messages are kept',
  'AWS::SNS::Topic dataProtectionPolicy': 'says what is masked',
  'AWS::SQS::Queue redriveAllowPolicy': 'which queues may hand on their messages',
  'AWS::SQS::Queue redrivePolicy': 'where messages go that nobody takes',
};

/** Properties of the schemas that hold a document and speak of a policy, by the declarations of the CDK. */
function documentsOfSchemas(): readonly string[] {
  const root = dirname(require.resolve('aws-cdk-lib/package.json'));
  const services = readdirSync(root).filter((name) => name.startsWith('aws-'));
  return services.flatMap((service) => {
    const folder = join(root, service, 'lib');
    const files = readdirSync(folder).filter((name) => name.endsWith('.generated.d.ts'));
    return files.flatMap((name) => documentsIn(readFileSync(join(folder, name), 'utf8')));
  });
}

const CLASS = /@cloudformationResource (AWS::\w+::\w+)[^]*?export declare class (Cfn\w+) /g;
const PROPS = /export interface (Cfn\w+)Props \{([^]*?)\n\}/g;
const DOCUMENT = /readonly (\w*[pP]olic\w*|\w*[pP]ermissions|statement)\??: any \|/g;

function documentsIn(declarations: string): readonly string[] {
  const types = new Map([...declarations.matchAll(CLASS)].map(([, type = '', name = '']) => [name, type]));
  return [...declarations.matchAll(PROPS)].flatMap(([, name = '', members = '']) =>
    [...members.matchAll(DOCUMENT)].map(([, property]) => `${types.get(name)} ${property}`),
  );
}

function isRead(document: string): boolean {
  const [type = '', property = ''] = document.split(' ');
  const paths = [...(IDENTITY_POLICIES[type] ?? []), ...(RESOURCE_POLICIES[type] ?? [])];
  return property === 'assumeRolePolicyDocument' || paths.some((path) => path.toLowerCase() === property.toLowerCase());
}

test('rules read every policy that the resource schemas declare as a document of its own', () => {
  const documents = documentsOfSchemas();
  expect(documents.length).toBeGreaterThan(50);
  const left = documents.filter((document) => !isRead(document));
  expect(left.toSorted()).toEqual(Object.keys(OTHERS).toSorted());
});
