import type { Trilean } from '../../../model';
import { allActions, type Action } from '../actions';
import { globOf, matches, OPEN, type Patterns } from '../evaluate';

type Glob = ReturnType<typeof globOf>;

/** Tells fast, for many actions, whether `Action` or `NotAction` of one statement means them. */
export class ActionMatcher {
  private readonly exact = new Set<string>();
  /** Patterns with wildcards by the service that they begin with; those that begin with a wildcard have none. */
  private readonly globs = new Map<string, Glob[]>();
  private readonly isOpen: boolean;

  constructor(private readonly patterns: Patterns) {
    this.isOpen = patterns.texts.includes(OPEN);
    for (const text of patterns.texts) if (text !== OPEN) this.add(text.toLowerCase());
  }

  private add(text: string): void {
    if (!/[*?]/.test(text)) {
      this.exact.add(text);
      return;
    }
    const service = /^([^*?:]+):/.exec(text)?.[1] ?? '';
    this.globs.set(service, [...(this.globs.get(service) ?? []), globOf(text)]);
  }

  /** @param action Lower case: `s3:getobject`. */
  covers(action: string): Trilean {
    const service = action.slice(0, action.indexOf(':'));
    const named =
      this.exact.has(action) || [service, ''].some((of) => this.globs.get(of)?.some((glob) => matches(glob, action)));
    if (!named && this.isOpen) return 'unknown';
    return named !== this.patterns.negated;
  }

  private all: ReadonlyMap<Action, Trilean> | undefined;

  /** What it says of every action of the data set; worked out once. */
  everything(): ReadonlyMap<Action, Trilean> {
    this.all ??= new Map(
      allActions().flatMap((action): [Action, Trilean][] => {
        const covers = this.covers(action.name.toLowerCase());
        return covers === false ? [] : [[action, covers]];
      }),
    );
    return this.all;
  }
}

/** Matchers of statements, of which several may have the same actions. */
export class ActionMatchers {
  private readonly made = new Map<string, ActionMatcher>();

  of(patterns: Patterns): ActionMatcher {
    const id = JSON.stringify([patterns.negated, patterns.texts.map((text) => (text === OPEN ? null : text))]);
    const matcher = this.made.get(id) ?? new ActionMatcher(patterns);
    this.made.set(id, matcher);
    return matcher;
  }
}
