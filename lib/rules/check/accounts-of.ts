import type { Trilean } from '../../model';
import { stackSetReaches, type Graph, type Resource, type Template } from '../../template';
import type { Declared } from '../rule';

/** What a stack set brings to an account. */
interface Delivery {
  readonly resources: readonly Resource[];
  /** Whether the account is among the targets; unknown where no register says in which unit it stands. */
  readonly reaches: Trilean;
}

export interface Account {
  readonly resources: readonly Resource[];
  readonly delivered: readonly Delivery[];
  /** Templates of which the account is made, those of stack sets too. */
  readonly templates: number;
}

/** Stands for all accounts where nothing is marked. */
const UNMARKED = 'the estate';

const STACK_SET = 'AWS::CloudFormation::StackSet';
const NOBODY: Declared['accounts'] = [];
const KNOWN = new WeakMap<Graph, WeakMap<Declared['accounts'], ReadonlyMap<string, Account>>>();

/**
 * What stands in each account that a marker names, over all templates of the unit; in `the estate` if none does. The
 * template of a stack set stands in each of the accounts that the set reaches, by the register's word on their units.
 */
export function accountsOf(graph: Graph, declared?: Declared): ReadonlyMap<string, Account> {
  const register = declared?.accounts ?? NOBODY;
  const ofGraph = KNOWN.get(graph) ?? new WeakMap<Declared['accounts'], ReadonlyMap<string, Account>>();
  KNOWN.set(graph, ofGraph);
  const known = ofGraph.get(register);
  if (known) return known;
  const accounts = withDeliveries(ownTemplates(graph), graph, register);
  ofGraph.set(register, accounts);
  return accounts;
}

/** What stands in each account by templates of its own. */
function ownTemplates(graph: Graph): ReadonlyMap<string, Account> {
  const nameOf = namesIn(graph);
  const delivered = new Set(stackSets(graph).map(({ template }) => template));
  const accounts = new Map<string, Account>();
  for (const template of graph.templates.filter((each) => !delivered.has(each))) {
    const name = nameOf(template);
    const before = accounts.get(name) ?? { resources: [], delivered: [], templates: 0 };
    const resources = [...before.resources, ...template.resources];
    accounts.set(name, { ...before, resources, templates: before.templates + 1 });
  }
  if (accounts.size > 1) accounts.delete(UNMARKED);
  const rest = accounts.get(UNMARKED);
  if (rest) accounts.set(UNMARKED, { ...rest, templates: 1 });
  return accounts;
}

/** A template without a marker belongs to the account of its deployment, where another one names that. */
function namesIn({ templates }: Graph): (template: Template) => string {
  const names = new Map<string, string>();
  for (const { claims, account } of templates) {
    if (claims?.marker && account !== undefined) names.set(account, claims.marker.account);
  }
  return ({ claims, account = '' }) => claims?.marker?.account ?? names.get(account) ?? UNMARKED;
}

function stackSets(graph: Graph): readonly { readonly set: Resource; readonly template: Template }[] {
  return graph.ofType(STACK_SET).flatMap((set) => {
    const template = graph.deployedBy(set);
    return template ? [{ set, template }] : [];
  });
}

function withDeliveries(
  accounts: ReadonlyMap<string, Account>,
  graph: Graph,
  register: Declared['accounts'],
): ReadonlyMap<string, Account> {
  const sets = stackSets(graph);
  if (sets.length === 0) return accounts;
  const served = [...accounts].map(([name, account]): readonly [string, Account] => {
    const entry = register.find((each) => each.name === name);
    const delivered = sets.flatMap(({ set, template }): readonly Delivery[] => {
      const reaches = name === UNMARKED ? true : entry ? stackSetReaches(set, entry) : unregistered(set, account);
      return reaches === false ? [] : [{ resources: template.resources, reaches }];
    });
    const templates = delivered.filter(({ reaches }) => reaches === true).length;
    return [name, { ...account, delivered, templates: account.templates + templates }];
  });
  return new Map(served);
}

/** Without a register it is known only that a stack set leaves out the account in which it stands. */
function unregistered(set: Resource, { resources }: Account): Trilean {
  return resources.includes(set) ? false : 'unknown';
}
