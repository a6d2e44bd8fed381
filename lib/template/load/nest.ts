import { oneOf } from '../possibilities';
import { isList, isMap, Unknown, type Value } from '../value';
import type { Passed } from './links';
import type { LoadedResource } from './loaded-resource';
import type { LoadedTemplate } from './loaded-template';
import { STACK_SET } from './nesting';
import { transplant } from './transplant';

interface Spot {
  readonly template: LoadedTemplate;
  readonly logicalId: string;
}

/** Which template is nested in which. One file that is nested several times is one template with several values. */
export class Nest {
  private readonly places = new Map<LoadedTemplate, Spot[]>();
  private readonly parents = new Map<LoadedTemplate, readonly LoadedResource[]>();
  private readonly values = new Map<string, Value | undefined>();

  constructor(private readonly byPath: ReadonlyMap<string, LoadedTemplate>) {
    for (const template of byPath.values()) {
      for (const { logicalId, path } of template.nestings) {
        const child = byPath.get(path);
        if (child && child !== template)
          this.places.set(child, [...(this.places.get(child) ?? []), { template, logicalId }]);
      }
    }
  }

  /** The template that a nested stack deploys; undefined when it was not read. */
  child(resource: LoadedResource): LoadedTemplate | undefined {
    const nesting = this.byPath
      .get(resource.template.path)
      ?.nestings.find(({ logicalId }) => logicalId === resource.logicalId);
    return nesting && this.byPath.get(nesting.path);
  }

  /** Undefined when no parent exists: a template whose parents are never made is judged as if it stood alone. */
  passed(to: LoadedTemplate): Passed | undefined {
    const parents = this.parentsOf(to);
    return parents.length === 0 ? undefined : { get: (name, open) => this.value(to, parents, name, open) };
  }

  /** The resources that deploy a template, as far as they are ever made. */
  parentsOf(child: LoadedTemplate): readonly LoadedResource[] {
    const known = this.parents.get(child);
    if (known) return known;
    this.parents.set(child, []);
    const places = this.places.get(child) ?? [];
    const found = places.flatMap(({ template, logicalId }) => template.resource(logicalId) ?? []);
    this.parents.set(child, found);
    return found;
  }

  /** Whether something deploys a template, be it never made. */
  isNamed(child: LoadedTemplate): boolean {
    return this.places.has(child);
  }

  private value(
    to: LoadedTemplate,
    parents: readonly LoadedResource[],
    name: string,
    open: boolean,
  ): Value | undefined {
    const key = `${open} ${to.path} ${name}`;
    if (this.values.has(key)) return this.values.get(key);
    this.values.set(key, new Unknown(`parameter ${name} of ${to.path} depends on itself`));
    const value = oneOf(parents.map((parent) => passedBy(parent, name, open)));
    this.values.set(key, value);
    return value;
  }
}

/** What a nested stack passes as a map, what a stack set passes as a list of key and value. */
function passedBy(resource: LoadedResource, name: string, open: boolean): Value | undefined {
  const parameters = resource.property('Parameters', open);
  const value = isList(parameters)
    ? parameters.filter(isMap).find((item) => item['ParameterKey'] === name)?.['ParameterValue']
    : isMap(parameters) && Object.hasOwn(parameters, name)
      ? parameters[name]
      : undefined;
  if (value !== undefined) return transplant(value, resource.template.path, resource.type !== STACK_SET);
  const known = parameters === undefined || isList(parameters) || isMap(parameters);
  return known ? undefined : new Unknown(`what ${resource.logicalId} passes for parameter ${name} is not known`);
}
