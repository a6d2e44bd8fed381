import type { Action } from '../actions';
import type { ActionGroup, Escape, PlaceSweep } from '../sweep';

/** Names at most three, and says how many more there are. */
export function listed(names: readonly string[]): string {
  const more = names.length - 3;
  return `${names.slice(0, 3).join(', ')}${more > 0 ? ` and ${more.toLocaleString('en')} more` : ''}`;
}

export function actionNames(actions: readonly Action[]): readonly string[] {
  return actions.map(({ name }) => name);
}

/** Why nothing denies it: statements exempt it, none speaks of it, or those that do are escaped by what a request carries. */
export function whyPossible(sweep: PlaceSweep, { actions, denies }: ActionGroup, escape: Escape): string {
  if (denies.length === 0) {
    const exempting = actions[0] ? sweep.exemptedBy(actions[0]) : [];
    return exempting.length > 0
      ? `${listed(exempting)} leaves it out, and nothing else denies it`
      : 'no statement denies it';
  }
  const asked = new Set(denies.flatMap(({ statement }) => statement.tests.map(({ key }) => key.toLowerCase())));
  const told = [...escape.keys].filter(([key]) => asked.has(key) && !TOLD_ELSEWHERE.has(key));
  const how = told.map(([key, values]) => `${key} ${values.length === 0 ? 'left out' : String(values)}`);
  const names = listed(denies.map(({ name }) => name));
  return how.length > 0 ? `${names} does not hold with ${how.join(', ')}` : `${names} does not hold there`;
}

const TOLD_ELSEWHERE: ReadonlySet<string> = new Set(['aws:requestedregion', 'aws:principalarn']);
