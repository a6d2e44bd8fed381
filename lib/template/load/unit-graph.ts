import type { Trilean } from '../../model';
import type { Graph, Resource, Template } from '../graph';
import type { Reference } from '../value';
import type { LoadedTemplate } from './loaded-template';
import { LoadedResource } from './loaded-resource';
import { UnitLinks } from './unit-links';

/** The graph over loaded templates, which it joins. */
export class UnitGraph implements Graph {
  private readonly byPath: ReadonlyMap<string, LoadedTemplate>;
  private types: ReadonlyMap<string, readonly LoadedResource[]> | undefined;

  constructor(readonly templates: readonly LoadedTemplate[]) {
    this.byPath = new Map(templates.map((template) => [template.path, template]));
    const links = new UnitLinks(templates);
    for (const template of templates) template.join(links);
  }

  ofType(type: string): readonly Resource[] {
    this.types ??= this.indexTypes();
    return this.types.get(type) ?? [];
  }

  deployedBy({ template, logicalId }: Resource): Template | undefined {
    const nesting = this.byPath.get(template.path)?.nestings.find((each) => each.logicalId === logicalId);
    return nesting && this.byPath.get(nesting.path);
  }

  follow(reference: Reference): Resource | undefined {
    return this.byPath.get(reference.template)?.resource(reference.logicalId);
  }

  accompanies(resource: Resource, companion: Resource): Trilean {
    if (companion.condition === undefined) return true;
    const names = this.byPath.get(companion.template.path)?.names;
    if (!names || !(resource instanceof LoadedResource)) return 'unknown';
    return names.truth(companion.condition, resource.template === companion.template ? resource.facts : names.facts);
  }

  private indexTypes(): ReadonlyMap<string, readonly LoadedResource[]> {
    const types = new Map<string, LoadedResource[]>();
    for (const resource of this.templates.flatMap((template) => template.resources)) {
      const same = types.get(resource.type);
      if (same) same.push(resource);
      else types.set(resource.type, [resource]);
    }
    return types;
  }
}
