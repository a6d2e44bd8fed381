import { and, or, type Trilean } from '../../model';
import type { Facts } from '../conditions/facts';
import type { Graph, Resource, Template } from '../graph';
import type { Reference } from '../value';
import type { LoadedTemplate } from './loaded-template';
import { LoadedResource } from './loaded-resource';
import { UnitLinks } from './unit-links';

/** Most templates that stand in one another, as far as they are followed. */
const MAX_NESTED = 20;

/** The graph over loaded templates, which it joins. */
export class UnitGraph implements Graph {
  private readonly byPath: ReadonlyMap<string, LoadedTemplate>;
  private readonly links: UnitLinks;
  private types: ReadonlyMap<string, readonly LoadedResource[]> | undefined;

  constructor(readonly templates: readonly LoadedTemplate[]) {
    this.byPath = new Map(templates.map((template) => [template.path, template]));
    this.links = new UnitLinks(templates);
    for (const template of templates) template.join(this.links);
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

  deployers(template: Template): readonly LoadedResource[] {
    const loaded = this.byPath.get(template.path);
    return loaded ? this.links.nest.parentsOf(loaded) : [];
  }

  accompanies(resource: Resource, companion: Resource): Trilean {
    return this.existsWith(resource, companion, 0);
  }

  formsWith(resource: Resource, companion: Resource): readonly Resource[] {
    const facts = this.factsWith(resource, companion.template);
    return facts && companion instanceof LoadedResource ? companion.formsUnder(facts) : [companion];
  }

  private existsWith(resource: Resource, companion: Resource, depth: number): Trilean {
    const own = companion.condition === undefined || this.holds(companion.condition, resource, companion.template);
    if (own === false || companion.template === resource.template) return own;
    const hosts = this.deployers(companion.template);
    if (hosts.length === 0) return own;
    if (depth === MAX_NESTED) return 'unknown';
    return and(own, or(...hosts.map((host) => () => this.existsWith(resource, host, depth + 1))));
  }

  /** Truth of a template's condition in the deployments that make a resource. */
  private holds(condition: string, resource: Resource, template: Template): Trilean {
    const facts = this.factsWith(resource, template);
    return (facts && this.byPath.get(template.path)?.names.truth(condition, facts)) ?? 'unknown';
  }

  /** What holds in a template wherever a resource exists; undefined for what stands in place of one. */
  private factsWith(resource: Resource, template: Template): Facts | undefined {
    if (!(resource instanceof LoadedResource)) return undefined;
    let standing: LoadedResource | undefined = resource;
    for (let level = 0; standing && level < MAX_NESTED; level++) {
      if (standing.template === template) return standing.facts;
      const hosts = this.deployers(standing.template);
      standing = hosts.length === 1 ? hosts[0] : undefined;
    }
    return this.byPath.get(template.path)?.names.facts;
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
