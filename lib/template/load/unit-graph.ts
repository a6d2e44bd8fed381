import { and, or, type Trilean } from '../../model';
import type { Facts } from '../conditions/facts';
import type { Graph, Resource, Template } from '../graph';
import type { Reference } from '../value';
import type { LoadedTemplate } from './loaded-template';
import { LoadedResource } from './loaded-resource';
import { STACK_SET } from './nesting';
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

  standsAlone(template: Template): boolean {
    const loaded = this.byPath.get(template.path);
    return !loaded || !this.links.nest.isNamed(loaded);
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
    if (own === false || this.standingIn(resource, companion.template)) return own;
    if (this.standsAlone(companion.template)) return own;
    if (depth === MAX_NESTED) return 'unknown';
    const brought = this.deployers(companion.template).map(
      (host) => () => and(this.existsWith(resource, host, depth + 1), host.type !== STACK_SET || 'unknown'),
    );
    return and(own, or(...brought));
  }

  /** Truth of a template's condition in the deployments that make a resource. */
  private holds(condition: string, resource: Resource, template: Template): Trilean {
    const facts = this.factsWith(resource, template);
    return (facts && this.byPath.get(template.path)?.names.truth(condition, facts)) ?? 'unknown';
  }

  /** What holds in a template wherever a resource exists; undefined for what stands in place of one. */
  private factsWith(resource: Resource, template: Template): Facts | undefined {
    if (!(resource instanceof LoadedResource)) return undefined;
    const standing = this.standingIn(resource, template);
    return standing instanceof LoadedResource ? standing.facts : this.byPath.get(template.path)?.names.facts;
  }

  /** What brings a resource in a template above its own, or the resource itself; undefined where that is not one thing. */
  private standingIn(resource: Resource, template: Template): Resource | undefined {
    let standing: Resource | undefined = resource;
    for (let level = 0; standing && level < MAX_NESTED; level++) {
      if (standing.template === template) return standing;
      const hosts: readonly Resource[] = this.deployers(standing.template);
      standing = hosts.length === 1 ? hosts[0] : undefined;
    }
    return undefined;
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
