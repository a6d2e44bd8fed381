import { and, or, type Trilean } from '../../../model';
import { coversResource, testHolds, type ConditionTest, type KeyValues, type PolicyStatement } from '../evaluate';
import { domainOf, type KeyDomain } from './key-domain';

/** A statement that denies an action, with what its document says of variables. */
export interface Deny {
  readonly name: string;
  readonly statement: PolicyStatement;
  readonly hasVariables: boolean;
  /** True when it may not speak of the action at all. */
  readonly isDoubtful?: true;
}

/** What of a request is settled before the search. */
export interface Settled {
  /** Each set of resources that the action may be tried on. */
  readonly resources: readonly (readonly string[])[];
  /** Values of keys, by their names in lower case. */
  readonly keys: ReadonlyMap<string, KeyValues>;
  /** Whether a request of this action can carry a key at all. */
  carries(key: string): boolean;
}

/** A request that no statement denies: what it is about, and the keys that let it through. */
export interface Escape {
  readonly resources: readonly string[];
  readonly keys: ReadonlyMap<string, KeyValues>;
}

/** `denied` by statements; `unknown` when neither a request that passes was found nor all of them are denied. */
export type Outcome = { readonly escape: Escape } | { readonly deniedBy: readonly string[] } | 'unknown';

/** Looks for a request that none of the statements denies. */
export function escapeOf(denies: readonly Deny[], settled: Settled): Outcome {
  let isUnknown = false;
  const deniedBy = new Set<string>();
  for (const resources of settled.resources) {
    const search = new Search(denies, resources, settled);
    const found = search.run();
    if (found) return { escape: { resources, keys: found } };
    isUnknown ||= !search.isExhaustive;
    search.blocking.forEach((name) => deniedBy.add(name));
  }
  return isUnknown ? 'unknown' : { deniedBy: [...deniedBy] };
}

/** After so many statements tried, the answer is unknown: no policies of people need as many. */
const MOST_STEPS = 20_000;

/** What statements say of settled keys, which many actions share. */
const KNOWN = new WeakMap<Settled['keys'], Map<PolicyStatement, Trilean>>();

type Values = ReadonlyMap<string, readonly KeyValues[]>;

/** The search on one set of resources: each statement that covers one of them needs a test that fails. */
class Search {
  /** Whether what was not found is not there. */
  isExhaustive: boolean;
  /** Statements that stopped the search. */
  readonly blocking: string[] = [];
  /** Statements that may cover it, and those of them that nothing still open can get past. */
  private readonly open: readonly Deny[];
  private readonly certain: readonly Deny[];
  private steps = 0;
  private readonly domains = new Map<string, KeyDomain>();

  constructor(
    denies: readonly Deny[],
    private readonly resources: readonly string[],
    private readonly settled: Settled,
  ) {
    const judged = denies
      .map((deny) => ({ deny, covers: this.coversSettled(deny) }))
      .filter(({ covers }) => covers !== false)
      .toSorted((a, b) => byTests(a.deny, b.deny));
    // What cannot be told of resources or settled keys may deny, or may not.
    this.isExhaustive = judged.every(({ covers }) => covers === true);
    this.open = judged.map(({ deny }) => deny);
    this.certain = judged.filter(({ deny, covers }) => covers === true && this.isSettled(deny)).map(({ deny }) => deny);
  }

  /** The keys of a request that passes, where there is one. */
  run(): ReadonlyMap<string, KeyValues> | undefined {
    if (this.certain.length > 0) {
      this.isExhaustive = true;
      this.blocking.push(...this.certain.map(({ name }) => name));
      return undefined;
    }
    const values = this.next(0, new Map());
    if (!values) return undefined;
    const chosen = [...values].map(([key, [first = 'unknown']]): [string, KeyValues] => [key, first]);
    return new Map([...this.settled.keys, ...chosen]);
  }

  private next(index: number, values: Values): Values | undefined {
    const deny = this.open[index];
    if (!deny) return values;
    if (++this.steps > MOST_STEPS) {
      this.isExhaustive = false;
      return undefined;
    }
    for (const test of deny.statement.tests) {
      const key = test.key.toLowerCase();
      const left = (values.get(key) ?? this.domain(key)).filter((value) => this.holds(test, value, deny) === false);
      if (left.length === 0) continue;
      const found = this.next(index + 1, this.settled.keys.has(key) ? values : new Map([...values, [key, left]]));
      if (found) return found;
    }
    this.blocking.push(deny.name);
    return undefined;
  }

  /** What a key may be: settled, never carried, or one value of each sort. */
  private domain(key: string): readonly KeyValues[] {
    const settled = this.settled.keys.get(key);
    if (settled !== undefined) return [settled];
    if (!this.settled.carries(key)) return [[]];
    const known = this.domains.get(key) ?? domainOf(key, this.testsOn(key));
    this.domains.set(key, known);
    this.isExhaustive &&= known.isComplete;
    return known.values;
  }

  private testsOn(key: string): readonly ConditionTest[] {
    return this.open.flatMap(({ statement }) => statement.tests.filter((test) => test.key.toLowerCase() === key));
  }

  /** A statement whose resources or settled tests leave it out is no obstacle. */
  private coversSettled(deny: Deny): Trilean {
    return and(this.coversOne(deny), this.settledTests(deny), deny.isDoubtful ? 'unknown' : true);
  }

  private isSettled({ statement }: Deny): boolean {
    return statement.tests.every(({ key }) => this.settled.keys.has(key.toLowerCase()));
  }

  private coversOne(deny: Deny): Trilean {
    const attempt = { ...this.reading(deny), action: '' };
    return or(...this.resources.map((resource) => coversResource(deny.statement.resources, { ...attempt, resource })));
  }

  private settledTests(deny: Deny): Trilean {
    const known = KNOWN.get(this.settled.keys) ?? new Map<PolicyStatement, Trilean>();
    KNOWN.set(this.settled.keys, known);
    const before = known.get(deny.statement);
    if (before !== undefined) return before;
    const found = this.testsHold(deny);
    known.set(deny.statement, found);
    return found;
  }

  private testsHold(deny: Deny): Trilean {
    return and(
      ...deny.statement.tests.flatMap((test) => {
        const value = this.settled.keys.get(test.key.toLowerCase());
        return value === undefined ? [] : [this.holds(test, value, deny)];
      }),
    );
  }

  private holds(test: ConditionTest, value: KeyValues, deny: Deny): Trilean {
    return testHolds(test, value, this.reading(deny));
  }

  private reading({ hasVariables }: Deny) {
    return { hasVariables, context: (key: string) => this.settled.keys.get(key.toLowerCase()) ?? ('unknown' as const) };
  }
}

/** Statements with few tests first: they leave least choice. */
function byTests(a: Deny, b: Deny): number {
  return a.statement.tests.length - b.statement.tests.length;
}
