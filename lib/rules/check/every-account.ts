import { and, forAll, forSome, or, type Trilean } from '../../model';
import type { Graph, Resource } from '../../template';
import type { Rule, RuleContext } from '../rule';
import { accountsOf, type Account } from './accounts-of';
import { NOT_APPLICABLE, propertyPath } from './result';

/** What each account of a landing zone must have. */
export interface NeededInAccount {
  readonly types: readonly string[];
  /** In words: `a threat detector`. */
  readonly expected: string;
  /** Whether a resource of the types is the right one; all are by default. */
  readonly is?: (resource: Resource, context: RuleContext) => Trilean;
  /** Whether an account needs it, by its resources; all do by default. */
  readonly where?: (resources: readonly Resource[], context: RuleContext) => boolean;
  /** Whether the unit has it for all accounts together: an organisation-wide one. */
  readonly together?: (context: RuleContext) => Trilean;
}

/**
 * An estate rule's predicate: every account of the landing zone has such a resource. Accounts are those that the markers
 * name; without markers the whole unit counts as one. One of which a single template is here is judged only if that
 * template holds such a resource: the others may hold it. Nor is one whose regions publish none of the types.
 */
export function everyAccount(needed: NeededInAccount): Rule['evaluate'] {
  return (_anchor, context) => {
    const { expected, together } = needed;
    const judged = [...accountsOf(context.graph, context.declared)].flatMap(([name, account]) => {
      const certain = account.delivered.filter(({ reaches }) => reaches === true);
      const resources = [...account.resources, ...certain.flatMap((delivery) => delivery.resources)];
      const isHere = account.templates > 1 || resources.some(({ type }) => needed.types.includes(type));
      if (!isHere || needed.where?.(resources, context) === false) return [];
      // What a stack set delivers says no region of its own.
      const own = account.resources.length > 0 ? account.resources : resources;
      if (!canHave(needed, own, context)) return [];
      return [{ name, has: or(hasIt(needed, resources, context), isDelivered(needed, account, context)) }];
    });
    if (judged.length === 0) return NOT_APPLICABLE;
    const property = propertyPath('');
    const named = (has: Trilean) => judged.filter((item) => item.has === has).map(({ name }) => name);
    const everywhere = or(
      forAll(judged, ({ has }) => has),
      together?.(context) ?? false,
    );
    if (everywhere === true) return { status: 'pass', property, observed: { in: named(true) }, expected };
    const observed = { noneIn: named(false) };
    if (everywhere === false) return { status: 'fail', property, observed, expected };
    const because = `what there is in ${named('unknown').join(', ') || 'the unit'} cannot be resolved`;
    return { status: 'unknown', property, observed, expected, because };
  };
}

/** Whether one of the account's regions publishes one of the types, as far as the profile knows. */
function canHave({ types }: NeededInAccount, resources: readonly Resource[], { profile }: RuleContext): boolean {
  const regions = [...new Set(resources.map(({ template }) => template.region))];
  const isAbsent = (region: string | undefined, type: string) =>
    region !== undefined && profile.absentTypes[region]?.has(type) === true;
  return regions.length === 0 || regions.some((region) => types.some((type) => !isAbsent(region, type)));
}

/** What a stack set may bring, when nobody can tell whether it reaches the account. */
function isDelivered(needed: NeededInAccount, { delivered }: Account, context: RuleContext): Trilean {
  return forSome(delivered, ({ resources, reaches }) => and(reaches, hasIt(needed, resources, context)));
}

/** One under a condition may be missing in some deployments. */
function hasIt({ types, is }: NeededInAccount, resources: readonly Resource[], context: RuleContext): Trilean {
  const candidates = resources.filter(({ type }) => types.includes(type));
  return forSome(candidates, (resource) =>
    and(resource.condition === undefined || 'unknown', is ? is(resource, context) : true),
  );
}

/** Numbers of the accounts that the templates of a unit are deployed to, as far as the assembly says. */
export function deployedAccounts(graph: Graph): ReadonlySet<string> {
  return new Set(graph.templates.flatMap(({ account }) => (account === undefined ? [] : [account])));
}
