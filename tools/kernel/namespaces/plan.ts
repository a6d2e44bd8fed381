// What the harness builds, as data: namespaces with routes and nftables rules, and veth pairs between them.

export interface Plan {
  readonly namespaces: readonly NamespacePlan[];
  readonly links: readonly LinkPlan[];
}

export interface NamespacePlan {
  readonly name: string;
  readonly addresses: readonly string[];
  /** Without an interface: what goes there is dropped. */
  readonly routes: readonly { readonly cidr: string; readonly device?: string }[];
  /** As a file for `nft -f`; empty for none. */
  readonly nft: string;
}

/** One veth pair; each end is a namespace and the name of the interface there. */
export type LinkPlan = readonly [readonly [string, string], readonly [string, string]];

class Namespace {
  readonly addresses: string[] = [];
  readonly routes: { readonly cidr: string; readonly device?: string }[] = [];
  readonly rules: string[] = [];
}

/** Collects a plan: namespaces come into being when first named, interfaces are numbered. */
export class PlanDraft {
  readonly #namespaces = new Map<string, Namespace>();
  readonly #links: LinkPlan[] = [];

  /** Joins two namespaces. @returns the names of the two interfaces. */
  link(from: string, to: string): readonly [string, string] {
    this.#of(from);
    this.#of(to);
    const number = this.#links.length;
    const ends = [`a${number}`, `b${number}`] as const;
    this.#links.push([
      [from, ends[0]],
      [to, ends[1]],
    ]);
    return ends;
  }

  address(namespace: string, ...addresses: readonly string[]): void {
    this.#of(namespace).addresses.push(...addresses);
  }

  /** Routes a block to an interface. The links have no addresses of their own: what is routed into one comes out. */
  route(namespace: string, cidr: string, device: string): void {
    this.#of(namespace).routes.push({ cidr, device });
  }

  /** Drops a block without a word. */
  blackhole(namespace: string, cidr: string): void {
    this.#of(namespace).routes.push({ cidr });
  }

  /** Adds lines to the namespace's nftables table. */
  rules(namespace: string, ...lines: readonly string[]): void {
    this.#of(namespace).rules.push(...lines);
  }

  plan(): Plan {
    const namespaces = [...this.#namespaces].map(([name, { addresses, routes, rules }]): NamespacePlan => {
      const nft = rules.length === 0 ? '' : `table inet aws {\n${rules.join('\n')}\n}\n`;
      return { name, addresses, routes, nft };
    });
    return { namespaces, links: this.#links };
  }

  #of(name: string): Namespace {
    const namespace = this.#namespaces.get(name) ?? new Namespace();
    this.#namespaces.set(name, namespace);
    return namespace;
  }
}
