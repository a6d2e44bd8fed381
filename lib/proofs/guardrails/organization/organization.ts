import type { Partition } from '../../../model';
import {
  asText,
  describe,
  identity,
  isList,
  OneOf,
  Reference,
  Unknown,
  type Graph,
  type Resource,
  type Value,
} from '../../../template';
import { readPolicy, type PolicyDocument } from '../evaluate';
import { contentOf } from './content';

const POLICY = 'AWS::Organizations::Policy';

/** An organisation policy of a template, read. */
export interface Guardrail {
  /** Undefined for a document that stands in no template. */
  readonly resource: Resource | undefined;
  readonly document: PolicyDocument;
}

/** A root, unit or account, with all policies that bind what is in it. */
export interface Place {
  /** For people: `root r-hk01`, `unit Sandbox`, `account 111122223333`. */
  readonly name: string;
  /** Account's id, where the place is one and it is known. */
  readonly account: string | undefined;
  /** From the root down to the place. */
  readonly serviceControl: readonly (readonly Guardrail[])[];
  readonly resourceControl: readonly (readonly Guardrail[])[];
}

/** All policies that bind in a place. */
export function bindingIn({ serviceControl, resourceControl }: Place): readonly Guardrail[] {
  return [...serviceControl, ...resourceControl].flat();
}

export interface Organization {
  readonly places: readonly Place[];
  /** Attached policies of the two kinds. */
  readonly guardrails: readonly Guardrail[];
  /** What may be a policy that binds, and could not be told. */
  readonly unread: readonly string[];
}

const KINDS = { SERVICE_CONTROL_POLICY: 'serviceControl', RESOURCE_CONTROL_POLICY: 'resourceControl' } as const;

/** What templates say of an organisation: its tree as far as they show it, and the policies on it. */
export function organizationOf(graph: Graph, partition: Partition): Organization {
  return new Tree(graph, partition).organization();
}

/** A node of the tree while it is read. */
interface Node {
  readonly name: string;
  readonly account: string | undefined;
  parent: string | undefined;
  readonly serviceControl: Guardrail[];
  readonly resourceControl: Guardrail[];
}

const ROOT = 'root';

class Tree {
  private readonly nodes = new Map<string, Node>();
  private readonly guardrails: Guardrail[] = [];
  private readonly unread: string[] = [];

  constructor(
    private readonly graph: Graph,
    private readonly partition: Partition,
  ) {
    this.node(ROOT, 'the root');
    for (const type of ['OrganizationalUnit', 'Account']) {
      for (const resource of graph.ofType(`AWS::Organizations::${type}`)) this.readMember(resource);
    }
    for (const resource of graph.ofType(POLICY)) this.readPolicy(resource);
  }

  organization(): Organization {
    const parents = new Set([...this.nodes.values()].map(({ parent }) => parent));
    const places = [...this.nodes]
      .filter(([key, node]) => hasPolicies(node) || !parents.has(key))
      .map(([, node]) => this.place(node));
    return { places, guardrails: this.guardrails, unread: this.unread };
  }

  private place(node: Node): Place {
    const path = this.pathOf(node);
    return {
      name: node.name,
      account: node.account,
      serviceControl: path.map((each) => each.serviceControl),
      resourceControl: path.map((each) => each.resourceControl),
    };
  }

  /** From the root down. A tree that templates tie into a knot ends where it repeats. */
  private pathOf(node: Node): readonly Node[] {
    const path = [node];
    for (let [last = node] = path; last.parent !== undefined; [last = node] = path) {
      const parent = this.nodes.get(last.parent);
      if (!parent || path.includes(parent)) break;
      path.unshift(parent);
    }
    return path;
  }

  private node(key: string, name: string, account?: string): Node {
    const known = this.nodes.get(key);
    if (known) return known;
    const parent = key === ROOT ? undefined : ROOT;
    const made: Node = { name, account, parent, serviceControl: [], resourceControl: [] };
    this.nodes.set(key, made);
    return made;
  }

  private readMember(resource: Resource): void {
    const { properties } = resource;
    const node = this.memberNode(resource);
    const parents = properties['ParentId'] ?? properties['ParentIds'];
    const [parent] = isList(parents) ? parents : [parents];
    if (parent !== undefined) node.parent = this.target(parent).key;
  }

  private memberNode(resource: Resource): Node {
    const isAccount = resource.type === 'AWS::Organizations::Account';
    const name = asText(resource.properties[isAccount ? 'AccountName' : 'Name']) ?? resource.logicalId;
    return this.node(keyOf(resource), `${isAccount ? 'account' : 'unit'} ${name}`);
  }

  private readPolicy(resource: Resource): void {
    const { properties, logicalId } = resource;
    const type = asText(properties['Type']);
    const targets = properties['TargetIds'];
    if (targets === undefined || targets === null || (isList(targets) && targets.length === 0)) return;
    if (type === undefined) {
      this.unread.push(`the type of ${logicalId} is made at deployment`);
      return;
    }
    if (type !== 'SERVICE_CONTROL_POLICY' && type !== 'RESOURCE_CONTROL_POLICY') return;
    const name = asText(properties['Name']) ?? logicalId;
    const guardrail = { resource, document: readPolicy(contentOf(properties['Content'], this.partition), name) };
    this.guardrails.push(guardrail);
    this.unread.push(...guardrail.document.unread.map((why) => `of the policy ${name}, ${why}`));
    for (const target of isList(targets) ? targets : [targets]) this.attach(guardrail, KINDS[type], target);
  }

  private attach(guardrail: Guardrail, kind: (typeof KINDS)[keyof typeof KINDS], target: Value): void {
    if (target instanceof OneOf || guardrail.resource?.condition !== undefined) {
      this.unread.push(`whether ${guardrail.document.name} is attached depends on a condition`);
      return;
    }
    this.target(target).node[kind].push(guardrail);
  }

  /** The node that an id, a reference or a parameter stands for; one parameter always stands for one thing. */
  private target(value: Value): { readonly key: string; readonly node: Node } {
    const text = asText(value);
    if (text !== undefined) return this.byId(text);
    const resource = value instanceof Reference ? this.graph.follow(value) : undefined;
    if (resource?.type === 'AWS::Organizations::Organization') return this.keyed(ROOT, 'the root');
    if (resource) return { key: keyOf(resource), node: this.memberNode(resource) };
    const name = value instanceof Unknown ? (value.source ?? describe(value)) : describe(value);
    if (/root/i.test(name)) return this.keyed(ROOT, 'the root');
    return this.keyed(identity(value), `what ${name} stands for`);
  }

  private byId(id: string): { readonly key: string; readonly node: Node } {
    if (id.startsWith('r-')) return this.keyed(ROOT, 'the root');
    const isAccount = /^\d{12}$/.test(id);
    return this.keyed(id, `${isAccount ? 'account' : 'unit'} ${id}`, isAccount ? id : undefined);
  }

  private keyed(key: string, name: string, account?: string) {
    return { key, node: this.node(key, name, account) };
  }
}

function keyOf({ template, logicalId }: Resource): string {
  return `${template.path}#${logicalId}`;
}

function hasPolicies({ serviceControl, resourceControl }: Node): boolean {
  return serviceControl.length + resourceControl.length > 0;
}
