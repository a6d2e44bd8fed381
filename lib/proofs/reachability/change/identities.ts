import type { Graph, Resource, Template } from '../../../template';
import type { Origin, Place } from '../network';

/** Names for the things of a network that hold in another state of the same landing zone too. */
export class Identities {
  private readonly resources = new Map<string, string>();
  private readonly templates: readonly (readonly [path: string, name: string])[];

  constructor(
    { templates }: Graph,
    same: { readonly resource: (resource: Resource) => string; readonly template: (template: Template) => string },
  ) {
    this.templates = templates.map((template) => [template.path, same.template(template)]);
    for (const { path, resources } of templates) {
      for (const resource of resources) this.resources.set(`${path}#${resource.logicalId}`, same.resource(resource));
    }
  }

  ofPlace({ kind, origin, subnet }: Place): string {
    return `${kind} ${this.ofOrigin(origin)} in ${this.ofOrigin(subnet.origin)}`;
  }

  ofOrigin({ template, logicalId }: Origin): string {
    return this.resources.get(`${template}#${logicalId}`) ?? this.ofSource(`${template}#${logicalId}`);
  }

  /** A text in which the path of a template may stand, such as what stands for addresses that no template says. */
  ofSource(source: string): string {
    const found = this.templates.find(([path]) => source.includes(`${path}#`));
    return found ? source.replace(`${found[0]}#`, `${found[1]}#`) : source;
  }
}
