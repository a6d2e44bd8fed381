import { DOCUMENT_QUOTAS, LIST_QUOTAS, ROLE_QUOTAS } from '../../model';
import { estimatedSize, estimatedText } from './estimated-size';

interface TemplateResource {
  readonly Type: string;
  readonly Properties?: Readonly<Record<string, unknown>>;
}

type Resources = Readonly<Record<string, TemplateResource>>;

/**
 * One sentence for each resource that AWS would refuse at deployment, because something of it is too large.
 * @param stack Display name: `account/capability`.
 */
export function refusedSizes(stack: string, body: string): readonly string[] {
  const { Resources: resources = {} }: { readonly Resources?: Resources } = JSON.parse(body);
  const all = Object.entries(resources);
  return [
    ...all.flatMap(([id, resource]) => ofResource(resource).map((problem) => `${stack}: ${id} ${problem}`)),
    ...all
      .filter(([, { Type }]) => Type === 'AWS::IAM::Role')
      .flatMap(([id, role]) => ofRole(id, role, resources).map((problem) => `${stack}: ${id} ${problem}`)),
  ];
}

function ofResource({ Type: type, Properties: properties = {} }: TemplateResource): readonly string[] {
  const documents = DOCUMENT_QUOTAS.filter((quota) => quota.type === type).flatMap(({ property, what, characters }) => {
    const size = estimatedText(at(properties, property));
    return tooLarge(`a ${what} of about ${size} characters`, size, characters);
  });
  const lists = LIST_QUOTAS.filter((quota) => quota.type === type).flatMap(({ property, what, entries }) => {
    const { length } = listAt(properties, property);
    return tooLarge(`${length} ${what}`, length, entries);
  });
  return [...documents, ...lists];
}

/** Policies count where they are attached, wherever that is written. */
function ofRole(id: string, { Properties: own = {} }: TemplateResource, resources: Resources): readonly string[] {
  const attached = Object.values(resources).filter(({ Properties = {} }) =>
    listAt(Properties, 'Roles').some((role) => isReferenceTo(role, id)),
  );
  const managed =
    listAt(own, 'ManagedPolicyArns').length + attached.filter(({ Type }) => Type === 'AWS::IAM::ManagedPolicy').length;
  const inline = [
    ...listAt(own, 'Policies').map((policy) => at(policy, 'PolicyDocument')),
    ...attached
      .filter(({ Type }) => Type === 'AWS::IAM::Policy')
      .map(({ Properties }) => at(Properties, 'PolicyDocument')),
  ].reduce<number>((sum, document) => sum + estimatedSize(document), 0);
  return [
    ...tooLarge(`${managed} managed policies`, managed, ROLE_QUOTAS.managedPolicies),
    ...tooLarge(`inline policies of about ${inline} characters in all`, inline, ROLE_QUOTAS.inlineCharacters),
  ];
}

function tooLarge(what: string, found: number, most: number): readonly string[] {
  return found <= most ? [] : [`has ${what}: AWS takes ${most}. Divide what it is for among several.`];
}

function isReferenceTo(value: unknown, id: string): boolean {
  return typeof value === 'object' && value !== null && Reflect.get(value, 'Ref') === id;
}

function at(value: unknown, path: string): unknown {
  return path === ''
    ? value
    : path
        .split('.')
        .reduce<unknown>(
          (found, key) => (typeof found === 'object' && found !== null ? Reflect.get(found, key) : undefined),
          value,
        );
}

function listAt(value: unknown, path: string): readonly unknown[] {
  const found = at(value, path);
  return Array.isArray(found) ? found : [];
}
