import { at } from '../check';
import { policyDocument, statement, type PolicyDocument } from './statement';
import { IDENTITY_POLICIES, RESOURCE_POLICIES } from './places';
import { asText, isMap, type Resource, type Value } from '../../template';

export const IDENTITY_POLICY_TYPES = Object.keys(IDENTITY_POLICIES);

export const RESOURCE_POLICY_TYPES = Object.keys(RESOURCE_POLICIES);

/** What is assumed by others: roles, and functions of SAM, which make one. */
export const TRUST_POLICY_TYPES = ['AWS::IAM::Role', 'AWS::Serverless::Function'];

/** Many rules ask for the same documents of a resource: they are read once. */
export function readOnce<T extends object>(read: (resource: Resource) => T): (resource: Resource) => T {
  const known = new WeakMap<Resource, T>();
  return (resource) => {
    const before = known.get(resource);
    if (before) return before;
    const documents = read(resource);
    known.set(resource, documents);
    return documents;
  };
}

/** The permissions that a resource gives to identities. */
export const identityDocuments = readOnce((resource): readonly PolicyDocument[] =>
  (IDENTITY_POLICIES[resource.type] ?? []).flatMap((path) => documentsAt(resource, path)),
);

/** The policy that stands on a resource; none when it has none. */
export const resourceDocuments = readOnce((resource): readonly PolicyDocument[] => {
  if (resource.type === 'AWS::Events::EventBusPolicy') return eventBusDocument(resource);
  return (RESOURCE_POLICIES[resource.type] ?? []).flatMap((path) => documentsAt(resource, path));
});

/** Who may assume a role. */
export const trustDocuments = readOnce((resource) => documentsAt(resource, 'AssumeRolePolicyDocument'));

/** The documents at a path of a resource's properties. */
export function documentsAt(resource: Resource, path: string): readonly PolicyDocument[] {
  return at(resource.properties, path)
    .filter(({ value }) => value !== undefined && value !== null && !isTemplateOrName(path, value))
    .map(({ path: place, value }) => policyDocument(value, place));
}

/** What SAM makes roles for lists names of managed policies and of SAM's own templates beside documents; nothing else has such a list. */
function isTemplateOrName(path: string, value: Value): boolean {
  return path === 'Policies[]' && !(isMap(value) && value['Statement'] !== undefined);
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
