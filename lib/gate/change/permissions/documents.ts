import type { PermissionKind } from '../../../model';
import {
  asText,
  describe,
  isList,
  isMap,
  listOf,
  OneOf,
  Partial,
  policyDocument,
  Reference,
  Unknown,
  type Resource,
  type Value,
} from '../../../template';
import { plainText } from '../../baseline/places';
import { statementsOf } from '../../baseline/statement';
import type { PlacedStatement } from './grant';
import { impliedStatements } from './implied';

/** A policy of a resource: by what it permits, its statements, and what could not be read of it. */
export interface PlacedDocument {
  readonly kind: PermissionKind;
  readonly statements: readonly PlacedStatement[];
  readonly unread: readonly string[];
}

/** Properties that hold a policy whatever they resolve to. */
const POLICY_NAMES =
  /(?:^|\.)(?:PolicyDocument|AssumeRolePolicyDocument|KeyPolicy|InlinePolicy|RepositoryPolicyText|AccessPolicy|FileSystemPolicy)$/;

/** All policies that stand in a resource; those of the organisation are judged as a whole. */
export function documentsOf(resource: Resource): readonly PlacedDocument[] {
  if (resource.type === 'AWS::Organizations::Policy') return [];
  const implied = impliedStatements(resource);
  if (implied)
    return [{ ...implied, statements: implied.bodies.flatMap((body) => placed(resource, body, 'Properties', true)) }];
  return policiesIn(resource.properties, 'Properties').map(({ value, path }) => read(resource, value, path));
}

function read(resource: Resource, value: Value, path: string): PlacedDocument {
  const { statements, unresolved } = policyDocument(value, path);
  const odd = statements.filter(({ effect }) => asText(effect) === undefined);
  return {
    kind: kindOf(resource, path),
    statements: statements.flatMap((one) => placed(resource, one.body, one.path, one.isCertain)),
    unread: [
      ...unresolved.map(({ reason }) => reason),
      ...odd.map(({ effect }) => `whether a statement allows or denies is not known: ${describe(effect)}`),
    ],
  };
}

function placed(resource: Resource, body: Value, property: string, isCertain: boolean): readonly PlacedStatement[] {
  return statementsOf({ Statement: [body] }).map((statement) => ({
    ...statement,
    resource,
    property,
    isCertain,
    when: conditionsIn(body),
    spelling: spellingIn(body),
  }));
}

function conditionsIn(body: Value): readonly string[] {
  const condition = isMap(body) ? body['Condition'] : undefined;
  if (!isMap(condition)) return condition === undefined || condition === null ? [] : [describe(condition)];
  return Object.entries(condition).flatMap(([operator, keys]) =>
    isMap(keys)
      ? Object.entries(keys).map(([key, values]) => `${operator} ${key}: ${listOf(values).map(plainText).join(', ')}`)
      : [`${operator} ${describe(keys)}`],
  );
}

function spellingIn(body: Value): ReadonlyMap<string, string> {
  const values = isMap(body) ? [...listOf(body['Action']), ...listOf(body['NotAction'])] : [];
  return new Map(values.map((value) => [plainText(value).toLowerCase(), plainText(value)]));
}

function kindOf({ type }: Resource, path: string): PermissionKind {
  if (path.endsWith('AssumeRolePolicyDocument')) return 'trust';
  if (/^AWS::KMS::(?:Key|ReplicaKey)$/.test(type)) return 'key';
  return /^AWS::(?:IAM|SSO|Serverless)::/.test(type) ? 'identity' : 'resource';
}

interface Found {
  readonly value: Value;
  readonly path: string;
}

function policiesIn(value: Value, path: string): readonly Found[] {
  if (isPolicy(value)) return [{ value, path }];
  if (value instanceof OneOf) return value.options.some(isPolicy) ? [{ value, path }] : [];
  if (value instanceof Unknown) return POLICY_NAMES.test(path) ? [{ value, path }] : [];
  if (isList(value)) return value.flatMap((item, index) => policiesIn(item, `${path}.${index}`));
  if (!isMap(value)) return [];
  return Object.entries(value).flatMap(([name, item]) => policiesIn(item, `${path}.${name}`));
}

/** A map with statements, or the text of one. */
function isPolicy(value: Value): boolean {
  if (isMap(value)) return value['Statement'] !== undefined;
  const [first] = value instanceof Partial ? value.parts : [value];
  return typeof first === 'string' && /^\s*\{/.test(first) && plainText(value).includes('"Statement"');
}

/** The names of managed policies that an identity has: those of these templates by reference, others by text. */
export function managedPoliciesOf({ properties }: Resource): readonly (Reference | string)[] {
  const values = [...listOf(properties['ManagedPolicyArns']), ...listOf(properties['ManagedPolicies'])];
  return values.map((value) => (value instanceof Reference ? value : plainText(value)));
}
