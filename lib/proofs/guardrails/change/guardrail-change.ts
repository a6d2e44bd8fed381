import { REGIONS, type GuardrailChange, type Partition, type ReachabilityVerdict } from '../../../model';
import type { Profile } from '../../../profiles';
import type { Graph } from '../../../template';
import { organizationOf, type Organization, type Place } from '../organization';
import { ActionMatchers, PlaceSweep, type ActionGroup, type Actor, type Trialled } from '../sweep';

/**
 * What the guardrails of one state let pass and those of the other do not, over every action and region, place by place:
 * the sweep of both, compared. A place that one state does not know is bound there by what binds the root.
 */
export function guardrailChange(before: Graph, after: Graph, profile: Profile): readonly GuardrailChange[] {
  const [was, is] = [before, after].map((graph) => organizationOf(graph, profile.partition));
  if (!was || !is || (isEmpty(was) && isEmpty(is))) return [];
  const doubts = [was, is].map(({ unread }) => unread.length > 0);
  const known = new Map<string, readonly GuardrailChange[]>();
  const matchers = new ActionMatchers();
  const names = new Set([...is.places, ...was.places].map(({ name }) => name));
  const found = [...names].flatMap((name) => {
    const [earlier, later] = [placeIn(was, name), placeIn(is, name)];
    const key = JSON.stringify([signatureOf(earlier), signatureOf(later)]);
    const changes = known.get(key) ?? new Compared(earlier, later, profile.partition, doubts, matchers).changes();
    known.set(key, changes);
    return changes.map((change) => ({ ...change, places: [name] }));
  });
  return merged(found);
}

function isEmpty({ guardrails, unread }: Organization): boolean {
  return guardrails.length === 0 && unread.length === 0;
}

/** A root to which nothing is attached is no place where templates know units below it. */
const FREE_ROOT: Place = { name: 'the root', account: undefined, serviceControl: [[]], resourceControl: [[]] };

function placeIn({ places }: Organization, name: string): Place {
  return places.find((place) => place.name === name) ?? places.find((place) => place.name === 'the root') ?? FREE_ROOT;
}

/** Equal for places that the same documents bind. */
function signatureOf({ serviceControl, resourceControl, account }: Place): unknown {
  const documents = [serviceControl, resourceControl].map((levels) =>
    levels.map((level) => level.map(({ document }) => textOf(document)).toSorted()),
  );
  return [documents, account];
}

function textOf({ statements, unread, hasVariables }: Place['serviceControl'][number][number]['document']): string {
  return JSON.stringify([statements, unread, hasVariables], openAsText);
}

/** One place under the guardrails of both states. */
class Compared {
  private readonly was: PlaceSweep;
  private readonly is: PlaceSweep;
  private readonly regions: readonly string[];

  constructor(
    before: Place,
    after: Place,
    partition: Partition,
    private readonly doubts: readonly boolean[],
    matchers: ActionMatchers,
  ) {
    this.was = new PlaceSweep(before, partition, matchers);
    this.is = new PlaceSweep(after, partition, matchers);
    this.regions = REGIONS[partition];
  }

  changes(): readonly GuardrailChange[] {
    if (JSON.stringify(signatureOf(this.was.place)) === JSON.stringify(signatureOf(this.is.place))) return [];
    const everybody = this.is.actors.filter(({ isNamed }) => !isNamed);
    const named = new Map(
      [...this.was.actors, ...this.is.actors].filter(({ isNamed }) => isNamed).map((each) => [each.arn, each]),
    );
    const forAll = this.differences(everybody, 'everybody');
    const told = new Set(forAll.flatMap((change) => keysOf(change)));
    return [
      ...forAll,
      ...[...named.values()].flatMap((actor) =>
        this.differences([actor], actor.words).flatMap((change) => untold(change, told)),
      ),
    ];
  }

  private differences(actors: readonly Actor[], who: string): readonly GuardrailChange[] {
    const found = new Map<string, { change: GuardrailChange; actions: Set<string> }>();
    const [isUnread, isUnreadNow] = this.doubts;
    for (const { was, is, actions } of this.groups()) {
      if (isUnread === isUnreadNow && boundBy(was) === boundBy(is)) continue;
      for (const regions of this.regionsTogether()) {
        const [one = ''] = regions;
        const [earlier, later] = [this.was.trial(was, one, actors), this.is.trial(is, one, actors)];
        const [before, after] = this.verdicts(earlier, later);
        if (before === after) continue;
        const why = whyOf(earlier, later);
        const key = JSON.stringify([before, after, regions]);
        const known = found.get(key) ?? {
          change: { places: [], who, actions: [], regions, before, after, why },
          actions: new Set<string>(),
        };
        for (const action of actions) known.actions.add(action);
        found.set(key, known);
      }
    }
    return [...found.values()].map(({ change, actions }) => ({ ...change, actions: [...actions].toSorted() }));
  }

  /** What policies that could not be read leave open is not known. */
  private verdicts(earlier: Trialled, later: Trialled): readonly [ReachabilityVerdict, ReachabilityVerdict] {
    const [was, is] = this.doubts;
    return [verdictOf(earlier, was ?? false), verdictOf(later, is ?? false)];
  }

  private known: readonly { was: ActionGroup; is: ActionGroup; actions: readonly string[] }[] | undefined;

  /** Actions that neither state tells apart, together. */
  private groups(): NonNullable<Compared['known']> {
    if (this.known) return this.known;
    const earlier = new Map(this.was.everything().flatMap((group) => group.actions.map(({ name }) => [name, group])));
    const cells = new Map<ActionGroup, Map<ActionGroup, string[]>>();
    for (const is of this.is.everything()) {
      const row = new Map<ActionGroup, string[]>();
      for (const { name } of is.actions) {
        const was = earlier.get(name);
        if (!was) continue;
        const list = row.get(was);
        if (list) list.push(name);
        else row.set(was, [name]);
      }
      cells.set(is, row);
    }
    this.known = [...cells].flatMap(([is, row]) => [...row].map(([was, actions]) => ({ was, is, actions })));
    return this.known;
  }

  private regionsTogether(): readonly (readonly string[])[] {
    const classOf = (sweep: PlaceSweep): ReadonlyMap<string, number> =>
      new Map(sweep.regionClasses(this.regions).flatMap((some, index) => some.map((region) => [region, index])));
    const [was, is] = [classOf(this.was), classOf(this.is)];
    const cells = new Map<string, string[]>();
    for (const region of this.regions) {
      const key = `${was.get(region)} ${is.get(region)}`;
      cells.set(key, [...(cells.get(key) ?? []), region]);
    }
    return [...cells.values()];
  }
}

const BOUND = new WeakMap<ActionGroup, string>();

/** Equal for groups that the same is denied; of which actions a statement speaks has put them into their groups. */
function boundBy(group: ActionGroup): string {
  const known = BOUND.get(group);
  if (known !== undefined) return known;
  const denies = group.denies.map(({ statement, hasVariables, isDoubtful = false }) => {
    const { resources, principals, tests } = statement;
    return JSON.stringify([resources, principals, tests, hasVariables, isDoubtful], openAsText);
  });
  const made = JSON.stringify([group.isUncertain, denies.toSorted()]);
  BOUND.set(group, made);
  return made;
}

/** A text that is not known is no other's equal but its like. */
function openAsText(_: string, value: unknown): unknown {
  return typeof value === 'symbol' ? String(value) : value;
}

function verdictOf({ answer }: Trialled, isDoubtful: boolean): ReachabilityVerdict {
  if (answer === 'denied') return 'no';
  return answer === 'possible' && !isDoubtful ? 'yes' : 'unknown';
}

/** What denied it in the earlier state, or denies it in the later one. */
function whyOf(earlier: Trialled, later: Trialled): string {
  if (later.answer === 'denied') return `denied now by ${later.by.join(', ')}`;
  if (earlier.answer === 'denied') return `denied before by ${earlier.by.join(', ')}`;
  return 'whether it is denied cannot be told';
}

function keysOf({ actions, regions }: GuardrailChange): readonly string[] {
  return actions.flatMap((action) => regions.map((region) => `${action} ${region}`));
}

/** What is not told of everybody. */
function untold(change: GuardrailChange, told: ReadonlySet<string>): readonly GuardrailChange[] {
  const actions = change.actions.filter((action) => change.regions.some((region) => !told.has(`${action} ${region}`)));
  return actions.length === 0 ? [] : [{ ...change, actions }];
}

/** The same in several places, once. */
function merged(changes: readonly GuardrailChange[]): readonly GuardrailChange[] {
  const found = new Map<string, GuardrailChange>();
  for (const change of changes) {
    const { places, ...rest } = change;
    const key = JSON.stringify(rest);
    const known = found.get(key);
    found.set(key, known ? { ...known, places: [...new Set([...known.places, ...places])] } : change);
  }
  return [...found.values()];
}
