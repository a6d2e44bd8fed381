import type { NetworkBlock, NetworkHop, NetworkResource, WitnessHop } from '../../../model';
import { asText, isList, isMap, type Graph, type Resource, type Template } from '../../../template';

/** Where a resource stands; its logical id is empty for what no resource says. */
interface Origin {
  readonly template: string;
  readonly logicalId: string;
}

/** What stops packets of a pair of places, as far as it is listed. */
const MOST_BLOCKS = 10;

/** Tells each resource, hop and block once, and gives its position instead. */
export class Book {
  readonly templates: string[] = [];
  readonly resources: NetworkResource[] = [];
  readonly hops: NetworkHop[] = [];
  readonly blocks: NetworkBlock[] = [];
  private readonly positions = new Map<string, number>();
  private readonly byPath: ReadonlyMap<string, Template>;

  constructor(graph: Graph) {
    this.byPath = new Map(graph.templates.map((template) => [template.path, template]));
  }

  template(path: string): Template | undefined {
    return this.byPath.get(path);
  }

  /** What a template holds under a logical id. */
  found({ template, logicalId }: Origin): Resource | undefined {
    return this.byPath.get(template)?.resource(logicalId);
  }

  /** What people call a resource: its tag `Name`, where it has one. */
  nameOf(origin: Origin, otherwise: string): string {
    const tags = this.found(origin)?.properties['Tags'];
    const tag = isList(tags) ? tags.find((each) => isMap(each) && each['Key'] === 'Name') : undefined;
    return (isMap(tag) ? asText(tag['Value']) : undefined) ?? otherwise;
  }

  /** Empty for what no resource says. */
  at(origin: Origin): { readonly resource?: number } {
    if (origin.logicalId === '') return {};
    const { template, logicalId } = origin;
    return {
      resource: this.position(`resource ${template}#${logicalId}`, this.resources, () => this.described(origin)),
    };
  }

  hop({ hop, why, template, logicalId }: WitnessHop): number {
    const key = JSON.stringify([hop, why, template, logicalId]);
    return this.position(key, this.hops, () => ({ hop, why, ...this.at({ template, logicalId }) }));
  }

  way(hops: readonly WitnessHop[]): readonly number[] {
    return hops.map((hop) => this.hop(hop));
  }

  /** Position of what stops packets; each resource is told once. */
  block(hops: readonly WitnessHop[]): number {
    const byResource = new Map<string, WitnessHop[]>();
    for (const hop of hops) {
      const key = JSON.stringify([hop.hop, hop.template, hop.logicalId]);
      const alike = byResource.get(key);
      if (alike) alike.push(hop);
      else byResource.set(key, [hop]);
    }
    const told = [...byResource.values()].flatMap(([first, ...others]): readonly WitnessHop[] => {
      if (!first) return [];
      return [others.length === 0 ? first : { ...first, why: `${first.why}, and ${others.length} more like it` }];
    });
    const way = this.way(told.slice(0, MOST_BLOCKS));
    const more = told.length - way.length;
    const block = { hops: way, ...(more > 0 ? { more } : {}) };
    return this.position(`block ${JSON.stringify(block)}`, this.blocks, () => block);
  }

  private described({ template, logicalId }: Origin): NetworkResource {
    const location = this.byPath.get(template)?.locate(logicalId);
    return {
      template: this.position(`template ${template}`, this.templates, () => template),
      logicalId,
      type: this.found({ template, logicalId })?.type ?? '',
      ...(location ? { line: location.line } : {}),
    };
  }

  private position<T>(key: string, list: T[], make: () => T): number {
    const known = this.positions.get(key);
    if (known !== undefined) return known;
    // What is made may name others: it takes its position when they have theirs.
    const made = make();
    list.push(made);
    this.positions.set(key, list.length - 1);
    return list.length - 1;
  }
}
