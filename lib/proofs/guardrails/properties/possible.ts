import { bindingIn } from '../organization';
import type { PlaceSweep, Actor, ActionGroup, Given } from '../sweep';
import { actionNames, listed, whyPossible } from './explain';
import type { Counterexample } from './property';

/** What was found possible, and what may be. */
export interface Found {
  readonly sure: readonly Counterexample[];
  readonly maybe: readonly Counterexample[];
}

interface Merged {
  readonly actions: string[];
  readonly regions: readonly string[];
  readonly by: string;
  readonly why: string;
}

/** All that somebody of these can do of some groups of actions in some regions: what has the same reason is told together. */
export function possibleIn(
  sweep: PlaceSweep,
  groups: readonly ActionGroup[],
  regions: readonly string[],
  actors: readonly Actor[],
  given: Given = {},
): Found {
  const sure = new Map<string, Merged>();
  const maybe = new Map<string, Merged>();
  const classes = sweep.regionClasses(regions);
  for (const group of groups) {
    const found = new Map<string, { readonly into: typeof sure; readonly one: Merged }>();
    for (const some of classes) {
      const trial = sweep.trial(group, some[0] ?? '', actors, given);
      if (trial.answer === 'denied') continue;
      const isSure = trial.answer === 'possible';
      const by = isSure ? trial.actor.words : 'somebody';
      const why = isSure ? whyPossible(sweep, group, trial.escape) : doubt(group);
      const known = found.get(`${by}: ${why}`)?.one.regions ?? [];
      const one = { actions: [...actionNames(group.actions)], regions: [...known, ...some], by, why };
      found.set(`${by}: ${why}`, { into: isSure ? sure : maybe, one });
    }
    for (const { into, one } of found.values()) add(into, one);
  }
  return { sure: told(sweep, sure, 'can'), maybe: told(sweep, maybe, 'may be able to') };
}

function doubt({ denies, isUncertain }: ActionGroup): string {
  if (isUncertain) return 'no attached policy allows it, unless FullAWSAccess still does';
  return `whether ${listed(denies.map(({ name }) => name))} denies it cannot be told`;
}

function add(into: Map<string, Merged>, one: Merged): void {
  const id = JSON.stringify([one.regions, one.by, one.why]);
  const known = into.get(id);
  if (known) known.actions.push(...one.actions);
  else into.set(id, one);
}

function told({ place }: PlaceSweep, found: ReadonlyMap<string, Merged>, can: string): readonly Counterexample[] {
  const guardrails = bindingIn(place);
  return [...found.values()].map(({ actions, regions, by, why }) => ({
    sentence: `in ${place.name}, ${by} ${can} call ${listed(actions.toSorted())} in ${listed(regions.toSorted())}: ${why}`,
    place: place.name,
    guardrails,
  }));
}
