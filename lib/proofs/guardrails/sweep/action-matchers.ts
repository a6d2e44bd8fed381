import { OPEN, type Patterns } from '../evaluate';
import { ActionMatcher } from './action-matcher';
import { alikeUnder, type Alike } from './alike';

/** Matchers of statements, of which several may have the same actions. */
export class ActionMatchers {
  private readonly made = new Map<string, ActionMatcher>();

  of(patterns: Patterns): ActionMatcher {
    const id = JSON.stringify([patterns.negated, patterns.texts.map((text) => (text === OPEN ? null : text))]);
    const matcher = this.made.get(id) ?? new ActionMatcher(patterns);
    this.made.set(id, matcher);
    return matcher;
  }

  private grouped: { readonly matchers: number; readonly alike: readonly Alike[] } | undefined;

  /** Every action of the data set, those together that none of the statements tells apart; worked out once. */
  alike(): readonly Alike[] {
    const matchers = [...this.made.values()];
    if (this.grouped?.matchers !== matchers.length) {
      this.grouped = { matchers: matchers.length, alike: alikeUnder(matchers) };
    }
    return this.grouped.alike;
  }
}
