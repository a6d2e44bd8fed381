import type { Trilean } from '../../../model';
import { allActions, type Action } from '../actions';
import { globOf, matches, OPEN, type Patterns } from '../evaluate';

type Glob = ReturnType<typeof globOf>;

/** Tells fast, for many actions, whether `Action` or `NotAction` of one statement means them. */
export class ActionMatcher {
  private readonly exact = new Set<string>();
  /** Patterns with wildcards by the service that they begin with; those that begin with a wildcard have none. */
  private readonly globs = new Map<string, Glob[]>();
  private readonly services = new Set<string>();
  private readonly isOpen: boolean;
  private namesAll = false;

  constructor(private readonly patterns: Patterns) {
    this.isOpen = patterns.texts.includes(OPEN);
    for (const text of patterns.texts) if (text !== OPEN) this.add(text.toLowerCase());
  }

  private add(text: string): void {
    if (text === '*') {
      this.namesAll = true;
      return;
    }
    if (!/[*?]/.test(text)) {
      this.exact.add(text);
      this.services.add(serviceOf(text));
      return;
    }
    const service = /^([^*?:]+):/.exec(text)?.[1] ?? '';
    this.globs.set(service, [...(this.globs.get(service) ?? []), globOf(text)]);
  }

  /** @param action Lower case: `s3:getobject`. */
  covers(action: string): Trilean {
    const named =
      this.namesAll || this.exact.has(action) || this.hasGlob(serviceOf(action), action) || this.hasGlob('', action);
    if (!named && this.isOpen) return 'unknown';
    return named !== this.patterns.negated;
  }

  /** Whether it may say of one action of a service what it does not say of another. @param service Lower case */
  tellsApart(service: string): boolean {
    return !this.namesAll && (this.services.has(service) || this.globs.has(service) || this.globs.has(''));
  }

  private hasGlob(service: string, action: string): boolean {
    return this.globs.get(service)?.some((glob) => matches(glob, action)) === true;
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

function serviceOf(action: string): string {
  return action.slice(0, action.indexOf(':'));
}
