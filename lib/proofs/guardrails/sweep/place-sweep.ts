import { forSome, type Partition, type Trilean } from '../../../model';
import { actionNamed, allActions, isResourceControlled, type Action } from '../actions';
import { testHolds } from '../evaluate';
import { bindingIn, type Place } from '../organization';
import type { ActionMatcher } from './action-matcher';
import { ActionMatchers } from './action-matchers';
import type { Alike, Line } from './alike';
import { actorsOf } from './actors';
import { askedOf, shapeOf, type Asked } from './asked';
import { escapeOf, type Deny, type Escape } from './escape';
import { FRESH, FRESH_ACCOUNT, isPlain } from './fresh';
import { settledOf, settledWith, trialOf, type Actor, type Given, type Trial } from './settled';

/** Actions of which the same statements speak in the same way. */
export interface ActionGroup {
  readonly actions: readonly Action[];
  readonly denies: readonly Deny[];
  /** Why allow lists may stop it: AWS's own FullAWSAccess may be detached where one is attached. */
  readonly isUncertain: boolean;
}

/** What became of an action in a region: who can do it, and how. */
export type Trialled =
  | { readonly answer: 'possible'; readonly escape: Escape; readonly actor: Actor }
  | { readonly answer: 'denied'; readonly by: readonly string[] }
  | { readonly answer: 'unknown' };

interface Matched {
  readonly deny: Deny;
  readonly matcher: ActionMatcher;
  readonly isResourceControl: boolean;
  /** Where it surely speaks of an action. */
  readonly certain: Covering;
  /** Where its actions are not all known: it denies perhaps. */
  readonly doubted: Covering;
}

interface Covering {
  readonly deny: Deny;
  /** Tells the statement, and whether it is in doubt, apart from the others of the place. */
  readonly number: string;
}

/** All that principals of one place can do under its guardrails. Nothing but the guardrails is counted: they may have every permission. */
export class PlaceSweep {
  readonly actors: readonly Actor[];
  private readonly denies: readonly Matched[];
  private readonly allowLists: readonly (readonly ActionMatcher[])[];

  constructor(
    readonly place: Place,
    private readonly partition: Partition,
    private readonly matchers = new ActionMatchers(),
    actors?: readonly Actor[],
  ) {
    this.denies = [
      ...deniesOf(place.serviceControl, false, matchers),
      ...deniesOf(place.resourceControl, true, matchers),
    ];
    this.allowLists = place.serviceControl
      .map((level) => allowsOf(level, matchers))
      .filter((level) => level.length > 0);
    const statements = this.denies.map(({ deny }) => deny.statement);
    this.actors = actors ?? actorsOf(statements, partition, place.account);
  }

  /**
   * The same place for principals of accounts that are not here: service control policies bind none of them.
   * Source: AWS Organizations user guide, Service control policies, Resource control policies.
   */
  forOutsiders(): PlaceSweep {
    const outsider = {
      arn: `arn:${this.partition}:iam::${FRESH_ACCOUNT}:role/${FRESH}`,
      words: 'a role of an account outside',
      isNamed: false,
    };
    return new PlaceSweep({ ...this.place, serviceControl: [] }, this.partition, this.matchers, [outsider]);
  }

  private all: readonly ActionGroup[] | undefined;

  /** Every action of the data set in groups of which the same statements speak. */
  everything(): readonly ActionGroup[] {
    this.all ??= this.groupsOf(this.matchers.alike(), allActions());
    return this.all;
  }

  /** The actions of these names, likewise. */
  named(names: readonly string[]): readonly ActionGroup[] {
    const actions = names.flatMap((name) => actionNamed(name) ?? []);
    const alone = actions.map((action, position) => ({ action, lines: [{ action, positions: [position] }] }));
    return this.groupsOf(alone, actions);
  }

  /** What statements compare a key with. @param key In lower case. */
  comparedWith(key: string): readonly string[] {
    const tests = this.denies.flatMap(({ deny }) => deny.statement.tests);
    return tests.filter((test) => test.key.toLowerCase() === key).flatMap(({ values }) => values.filter(isPlain));
  }

  /** Whether everything that binds in another place binds here too: nothing is possible here that is not there. */
  isBoundAs({ place }: PlaceSweep): boolean {
    const own = new Set(bindingIn(this.place));
    return bindingIn(place).every((each) => own.has(each));
  }

  private groupsOf(alike: readonly Alike[], actions: readonly Action[]): readonly ActionGroup[] {
    const groups = new Map<string, Group>();
    for (const { action, lines } of alike) {
      const covering = this.denies.flatMap((each) => coveringOf(each, action));
      const name = action.name.toLowerCase();
      const isUncertain = this.allowLists.some((level) => !level.some((each) => each.covers(name) === true));
      const numbers = covering.map(({ number }) => number).join();
      const asked = this.askedBy(numbers, covering);
      for (const line of lines) {
        const id = `${isUncertain}|${numbers}|${shapeOf(line.action, asked)}`;
        const group = groups.get(id);
        if (group) group.lines.push(line);
        else groups.set(id, { lines: [line], denies: covering.map(({ deny }) => deny), isUncertain });
      }
    }
    return inOrder([...groups.values()], actions);
  }

  private readonly asked = new Map<string, Asked>();

  /** What these statements ask of an action; many actions are covered by the same. */
  private askedBy(numbers: string, covering: readonly Covering[]): Asked {
    const known = this.asked.get(numbers) ?? askedOf(covering.map(({ deny }) => deny));
    this.asked.set(numbers, known);
    return known;
  }

  /** Statements that deny all but some actions, this one among these. */
  exemptedBy({ name }: Action): readonly string[] {
    const lower = name.toLowerCase();
    return this.denies
      .filter(({ deny, matcher }) => deny.statement.actions.negated && matcher.covers(lower) === false)
      .map(({ deny }) => deny.name);
  }

  private readonly classes = new Map<readonly string[], readonly (readonly string[])[]>();

  /** Regions that no statement tells apart, together. */
  regionClasses(regions: readonly string[]): readonly (readonly string[])[] {
    const known = this.classes.get(regions);
    if (known) return known;
    const classes = new Map<string, string[]>();
    for (const region of regions) {
      const id = this.denies.map(({ deny }) => regionMark(deny, region)).join();
      classes.set(id, [...(classes.get(id) ?? []), region]);
    }
    const made = [...classes.values()];
    this.classes.set(regions, made);
    return made;
  }

  /** Who of these can do what a group's actions do, in a region. */
  trial(group: ActionGroup, region: string, actors: readonly Actor[], given: Given = {}): Trialled {
    let isUnknown = false;
    const by = new Set<string>();
    for (const actor of actors) {
      const one = this.attempt(group, region, actor, given);
      if (one.answer === 'possible') return one;
      if (one.answer === 'unknown') isUnknown = true;
      else one.by.forEach((name) => by.add(name));
    }
    return isUnknown ? { answer: 'unknown' } : { answer: 'denied', by: [...by] };
  }

  /** Whether somebody, if only a role that is exempt, can do anything at all in one of these regions. */
  leavesAnything(regions: readonly string[]): Trilean {
    const classes = this.regionClasses(regions);
    return forSome(this.everything(), (group) =>
      forSome(classes, ([region = '']) => {
        const { answer } = this.trial(group, region, this.actors);
        return answer === 'unknown' ? answer : answer === 'possible';
      }),
    );
  }

  private readonly trials = new Map<string, Trial>();

  private trialOf(region: string, actor: Actor): Trial {
    const id = `${region} ${actor.arn}`;
    const known = this.trials.get(id);
    if (known) return known;
    const made = trialOf({ partition: this.partition, region, account: this.place.account, actor });
    this.trials.set(id, made);
    return made;
  }

  private attempt(group: ActionGroup, region: string, actor: Actor, given: Given): Trialled {
    const [action] = group.actions;
    if (!action) return { answer: 'denied', by: [] };
    const settled = settledOf(action, group.denies, this.trialOf(region, actor));
    const outcome = escapeOf(group.denies, settledWith(settled, given));
    if (outcome === 'unknown') return { answer: 'unknown' };
    if ('deniedBy' in outcome) return { answer: 'denied', by: outcome.deniedBy };
    return group.isUncertain ? { answer: 'unknown' } : { answer: 'possible', escape: outcome.escape, actor };
  }
}

interface Group extends Omit<ActionGroup, 'actions'> {
  readonly lines: Line[];
}

/** Groups in the order of their first actions, each with its actions in their order. */
function inOrder(groups: readonly Group[], actions: readonly Action[]): readonly ActionGroup[] {
  return groups
    .map(({ lines, ...group }) => ({
      group,
      positions: Int32Array.from(lines.flatMap((line) => line.positions)).toSorted(),
    }))
    .toSorted((a, b) => (a.positions[0] ?? 0) - (b.positions[0] ?? 0))
    .map(({ group, positions }) => ({ ...group, actions: actionsAt(positions, actions) }));
}

function actionsAt(positions: Int32Array, actions: readonly Action[]): readonly Action[] {
  const found: Action[] = [];
  for (const position of positions) {
    const action = actions[position];
    if (action) found.push(action);
  }
  return found;
}

function coveringOf({ matcher, isResourceControl, certain, doubted }: Matched, action: Action): readonly Covering[] {
  const covered = matcher.covers(action.name.toLowerCase());
  if (covered === false || (isResourceControl && !isResourceControlled(action.name))) return [];
  return [covered === true ? certain : doubted];
}

function deniesOf(
  levels: Place['serviceControl'],
  isResourceControl: boolean,
  matchers: ActionMatchers,
): readonly Matched[] {
  const statements = levels
    .flat()
    .flatMap(({ document }) =>
      document.statements.filter(({ effect }) => effect === 'Deny').map((statement) => ({ document, statement })),
    );
  return statements.map(({ document: { name, hasVariables }, statement }, index) => {
    const deny: Deny = { name: `${name}: ${statement.name}`, statement, hasVariables };
    const number = `${isResourceControl ? 'r' : 's'}${index}`;
    return {
      deny,
      matcher: matchers.of(statement.actions),
      isResourceControl,
      certain: { deny, number },
      doubted: { deny: { ...deny, isDoubtful: true }, number: `${number}?` },
    };
  });
}

function allowsOf(level: Place['serviceControl'][number], matchers: ActionMatchers): readonly ActionMatcher[] {
  return level.flatMap(({ document }) =>
    document.statements.filter(({ effect }) => effect === 'Allow').map(({ actions }) => matchers.of(actions)),
  );
}

/** What a statement says of a region: what its tests of it give, and whether its resources name it. */
function regionMark({ statement, hasVariables }: Deny, region: string): string {
  const reading = { hasVariables, context: () => 'unknown' as const };
  const tests = statement.tests.filter(({ key }) => key.toLowerCase() === 'aws:requestedregion');
  const others = JSON.stringify([statement.resources?.texts, statement.tests]).includes(region);
  return `${tests.map((test) => testHolds(test, [region], reading)).join('')}${others && tests.length === 0 ? region : ''}`;
}
