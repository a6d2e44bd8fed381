import { CfnElement, CfnResource, Stack } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';
import { property } from './property';

export interface TemplateResource {
  readonly logicalId: string;
  readonly type: string;
  /** Absent where nobody asked for the properties of this type. */
  readonly properties?: unknown;
  /** Construct path of what made the resource. */
  readonly path: string;
}

/**
 * The resources of a stack as its template will hold them: property overrides applied, raw resources and included
 * templates among them. Properties of L1 constructs would show neither.
 * @param types whose properties are wanted: resolving is the costly part.
 */
export function resourcesOf(stack: Stack, types: ReadonlySet<string>): TemplateResource[] {
  return stack.node
    .findAll()
    .filter((node): node is CfnElement & IConstruct => CfnElement.isCfnElement(node) && Stack.of(node) === stack)
    .flatMap((element) => {
      const type = typeOf(element);
      if (type === undefined || types.has(type)) return asInTemplate(element);
      return [{ logicalId: String(stack.resolve(element.logicalId)), type, path: element.node.path }];
    });
}

/** Type of a resource, overrides applied; undefined for what is no single resource. */
function typeOf(element: CfnElement): string | undefined {
  if (!CfnResource.isCfnResource(element)) return undefined;
  const overridden = property(Reflect.get(element, 'rawOverrides'), 'Type');
  return typeof overridden === 'string' ? overridden : element.cfnResourceType;
}

/**
 * What an element puts into the template: properties resolved, overrides applied.
 * @throws Error when the element is not of this version of aws-cdk-lib.
 */
export function asInTemplate(element: CfnElement & IConstruct): TemplateResource[] {
  const stack = Stack.of(element);
  const produce: unknown = Reflect.get(element, '_toCloudFormation');
  if (typeof produce !== 'function') {
    throw new Error(
      `[${element.node.path}] cannot be read: expected an element of aws-cdk-lib 2.276 or newer; align the versions of aws-cdk-lib`,
    );
  }
  const fragment: unknown = stack.resolve(Reflect.apply(produce, element, []));
  return Object.entries(property(fragment, 'Resources') ?? {}).map(([logicalId, resource]) => ({
    logicalId,
    type: String(property(resource, 'Type')),
    properties: property(resource, 'Properties') ?? {},
    path: element.node.path,
  }));
}
