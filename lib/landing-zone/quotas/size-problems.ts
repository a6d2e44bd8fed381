import { DOCUMENT_QUOTAS, LIST_QUOTAS, ROLE_QUOTAS, type DocumentQuota } from '../../model';
import { EstimatedSize } from './estimated-size';

interface TemplateResource {
  readonly Type: string;
  readonly Properties?: Readonly<Record<string, unknown>>;
}

type Resources = Readonly<Record<string, TemplateResource>>;

/** What is larger than AWS takes: a sentence each. */
export interface SizeProblems {
  /** AWS certainly refuses it at deployment. */
  readonly refused: readonly string[];
  /** AWS may refuse it: its size is known at deployment alone, or the quota can be raised. */
  readonly warnings: readonly string[];
}

interface Problem {
  readonly text: string;
  readonly isCertain: boolean;
}

/**
 * Holds the policies, documents and lists of a template against their quotas.
 * @param stack Display name: `account/capability`.
 */
export function sizeProblems(stack: string, body: string): SizeProblems {
  const { Resources: resources = {} }: { readonly Resources?: Resources } = JSON.parse(body);
  const found = Object.entries(resources).flatMap(([id, resource]) =>
    [...ofResource(resource), ...(resource.Type === 'AWS::IAM::Role' ? ofRole(id, resource, resources) : [])].map(
      ({ text, isCertain }) => ({ text: `${stack}: ${id} ${text}`, isCertain }),
    ),
  );
  const texts = (certain: boolean) => found.filter(({ isCertain }) => isCertain === certain).map(({ text }) => text);
  return { refused: texts(true), warnings: texts(false) };
}

function ofResource({ Type: type, Properties: properties = {} }: TemplateResource): readonly Problem[] {
  const documents = DOCUMENT_QUOTAS.filter((quota) => quota.type === type).flatMap((quota) => {
    const value = at(properties, quota.property);
    const size = { least: EstimatedSize.least.text(value), usual: EstimatedSize.usual.text(value) };
    const most = mostOf(quota, properties);
    return documentTooLarge((count) => `a ${quota.what} of ${count}`, size, {
      most,
      isAdjustable: quota.isAdjustable ?? false,
    });
  });
  const lists = LIST_QUOTAS.filter((quota) => quota.type === type).flatMap(({ property, what, entries }) => {
    const { length } = listAt(properties, property);
    return listTooLong(`${length} ${what}`, length, { most: entries, isAdjustable: false });
  });
  return [...documents, ...lists];
}

function mostOf({ characters, more }: DocumentQuota, properties: object): number {
  if (!more) return characters;
  const value = at(properties, more.property);
  // A value that is known at deployment alone may be one that allows more.
  const allows = typeof value === 'string' ? more.values.includes(value) : value !== undefined;
  return allows ? more.characters : characters;
}

/** Policies count where they are attached, wherever that is written. */
function ofRole(id: string, { Properties: own = {} }: TemplateResource, resources: Resources): readonly Problem[] {
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
  ];
  const total = (estimate: EstimatedSize) => inline.reduce<number>((sum, document) => sum + estimate.json(document), 0);
  const size = { least: total(EstimatedSize.least), usual: total(EstimatedSize.usual) };
  return [
    ...listTooLong(`${managed} managed policies`, managed, { most: ROLE_QUOTAS.managedPolicies, isAdjustable: true }),
    ...documentTooLarge((count) => `inline policies of ${count} in all`, size, {
      most: ROLE_QUOTAS.inlineCharacters,
      isAdjustable: false,
    }),
  ];
}

interface Size {
  readonly least: number;
  readonly usual: number;
}

interface Quota {
  readonly most: number;
  /** AWS agrees to more on request. */
  readonly isAdjustable: boolean;
}

function documentTooLarge(what: (count: string) => string, { least, usual }: Size, quota: Quota): readonly Problem[] {
  if (usual <= quota.most) return [];
  const isOver = least > quota.most;
  const range = isOver ? '' : `, ${least} or more with what is known at deployment alone`;
  return [
    {
      text: `has ${what(`about ${usual} characters`)}${range}: ${remedyOf(quota)}`,
      isCertain: isOver && !quota.isAdjustable,
    },
  ];
}

function listTooLong(what: string, found: number, quota: Quota): readonly Problem[] {
  return found <= quota.most ? [] : [{ text: `has ${what}: ${remedyOf(quota)}`, isCertain: !quota.isAdjustable }];
}

function remedyOf({ most, isAdjustable }: Quota): string {
  return isAdjustable
    ? `AWS takes ${most} where nobody asked for more. Ask for more at Service Quotas first, or divide what it is for among several.`
    : `AWS takes ${most}. Divide what it is for among several.`;
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
