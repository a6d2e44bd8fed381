import { at } from '../check';
import { policyDocument, statement, type PolicyDocument } from './statement';
import { IDENTITY_POLICIES, RESOURCE_POLICIES } from './places';
import { asText, isMap, type Resource, type Value } from '../../template';

export const IDENTITY_POLICY_TYPES = Object.keys(IDENTITY_POLICIES);

export const RESOURCE_POLICY_TYPES = Object.keys(RESOURCE_POLICIES);

/** The permissions that a resource gives to identities. */
export function identityDocuments(resource: Resource): readonly PolicyDocument[] {
  return (IDENTITY_POLICIES[resource.type] ?? []).flatMap((path) => documentsAt(resource, path));
}

/** The policy that stands on a resource; none when it has none. */
export function resourceDocuments(resource: Resource): readonly PolicyDocument[] {
  if (resource.type === 'AWS::Events::EventBusPolicy') return eventBusDocument(resource);
  return (RESOURCE_POLICIES[resource.type] ?? []).flatMap((path) => documentsAt(resource, path));
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
    .filter(({ value }) => value !== undefined && value !== null && !isTemplateOrName(resource, value))
    .map(({ path: place, value }) => policyDocument(value, place));
  documents.set(path, read);
  return read;
}

/** Functions of SAM list names of managed policies and of SAM's own templates beside documents. */
function isTemplateOrName({ type }: Resource, value: Value): boolean {
  return type.startsWith('AWS::Serverless::') && !(isMap(value) && value['Statement'] !== undefined);
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
