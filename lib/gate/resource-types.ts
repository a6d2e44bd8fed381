import { readFileSync } from 'node:fs';
import { join } from 'node:path';

interface TypeList {
  /** Package and version. */
  readonly source: string;
  /** Names of types, with a space between them, by provider and service. */
  readonly services: Readonly<Record<string, string>>;
}

/**
 * What no resource schema describes and is no secret: what the CDK tells of itself, and what the Serverless Application
 * Model makes (source: its developer guide, resources and properties, and `Globals`).
 */
const WITHOUT_SCHEMA = [
  'AWS::CDK::Metadata',
  ...[
    'Api',
    'Application',
    'CapacityProvider',
    'Connector',
    'Function',
    'GraphQLApi',
    'HttpApi',
    'LayerVersion',
    'MicrovmImage',
    'NetworkConnector',
    'SimpleTable',
    'StateMachine',
    'WebFunction',
    'WebSocketApi',
  ].map((name) => `AWS::Serverless::${name}`),
];

/** A custom resource is what a function or topic does, which its `ServiceToken` names; its type is a free name. */
const CUSTOM = /^Custom::/;

/** Whether a type is a module, which makes resources of its own. */
export function isModule(type: string): boolean {
  return type.endsWith('::MODULE');
}

let known: { readonly source: string; readonly types: ReadonlySet<string> } | undefined;

function list(): { readonly source: string; readonly types: ReadonlySet<string> } {
  known ??= read();
  return known;
}

/** The list that the build makes of the CDK's (tools/resource-types.mjs); read when it is first needed. */
function read(): { readonly source: string; readonly types: ReadonlySet<string> } {
  // Read and not imported: types are checked without a build.
  const { source, services } = JSON.parse(readFileSync(join(__dirname, 'resource-types.json'), 'utf8')) as TypeList;
  const types = Object.entries(services).flatMap(([service, names]) =>
    names.split(' ').map((name) => `${service}::${name}`),
  );
  return { source, types: new Set([...types, ...WITHOUT_SCHEMA]) };
}

/**
 * Why nobody can tell what a resource of this type is; undefined for a type of CloudFormation's own, and for a module, which is
 * told by what it deploys.
 */
export function strangeness(type: string): string | undefined {
  if (list().types.has(type) || CUSTOM.test(type) || isModule(type)) return undefined;
  return type.startsWith('AWS::')
    ? `the ${list().source} have no type ${type}: its name is misspelt, or it is newer than they are`
    : `${type} is not a type of AWS: what its handler does and makes stands in no template`;
}
