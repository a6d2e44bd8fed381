import type { Formula } from './formula';

/** More texts that a variable is not are forgotten: each new one copies those before it. */
const MAX_EXCLUDED = 100;

/** What a variable may still be: only some texts, or everything but some texts. */
export interface Domain {
  readonly only?: ReadonlySet<string>;
  readonly not?: ReadonlySet<string>;
}

/** The facts within the two branches of an `Fn::If`; undefined for a branch that is never taken. */
export interface Branches {
  readonly whenTrue: Facts | undefined;
  readonly whenFalse: Facts | undefined;
}

/** At least one of the operands has the truth, and it is not yet clear which. */
export interface Clause {
  readonly operands: readonly Formula[];
  readonly truth: boolean;
}

/** Points to the one before it, so that adding one copies nothing. */
interface Assumption {
  /** A variable, with its domain, or a formula's key, with its truth; empty for a clause. */
  readonly subject: string;
  readonly assumed: boolean | Domain | Clause;
  readonly before: Assumption | undefined;
}

/**
 * What is taken to hold at one place of a template, for example within a branch of `Fn::If`. Immutable: an assumption
 * makes new facts. Undefined stands for a contradiction: the place is never reached.
 */
export class Facts {
  private foundAnswers: Map<string, unknown> | undefined;
  private foundBranches: Map<string, Branches> | undefined;

  private constructor(private readonly latest: Assumption | undefined) {}

  /** Nothing is assumed. One for each template: the answers belong to its conditions. */
  static none(): Facts {
    return new Facts(undefined);
  }

  /** Answers found under these facts; see `Conditions`. */
  get answers(): Map<string, unknown> {
    this.foundAnswers ??= new Map();
    return this.foundAnswers;
  }

  /** Branches found under these facts, by condition. */
  get branches(): Map<string, Branches> {
    this.foundBranches ??= new Map();
    return this.foundBranches;
  }

  domain(variable: string): Domain {
    for (let item = this.latest; item; item = item.before) {
      if (item.subject === variable && typeof item.assumed === 'object' && !('operands' in item.assumed))
        return item.assumed;
    }
    return {};
  }

  /** Truth of an opaque formula or named condition that was assumed. */
  truth(key: string): boolean | undefined {
    for (let item = this.latest; item; item = item.before) {
      if (item.subject === key && typeof item.assumed === 'boolean') return item.assumed;
    }
    return undefined;
  }

  withTruth(key: string, value: boolean): Facts | undefined {
    const known = this.truth(key);
    if (known !== undefined) return known === value ? this : undefined;
    return this.plus(key, value);
  }

  withOnly(variable: string, texts: readonly string[]): Facts | undefined {
    const domain = this.domain(variable);
    const only = new Set(texts.filter((text) => allows(domain, text)));
    if (domain.only?.size === only.size) return this;
    return only.size === 0 ? undefined : this.plus(variable, { only });
  }

  without(variable: string, text: string): Facts | undefined {
    const domain = this.domain(variable);
    if (!allows(domain, text)) return this;
    if (domain.only)
      return this.withOnly(
        variable,
        [...domain.only].filter((other) => other !== text),
      );
    if ((domain.not?.size ?? 0) >= MAX_EXCLUDED) return this;
    const not = new Set(domain.not).add(text);
    return this.plus(variable, { not });
  }

  withClause(clause: Clause): Facts {
    return this.plus('', clause);
  }

  /** The clauses that were assumed last, the newest first. */
  clauses(most: number): readonly Clause[] {
    const found: Clause[] = [];
    for (let item = this.latest; item && found.length < most; item = item.before) {
      if (typeof item.assumed === 'object' && 'operands' in item.assumed) found.push(item.assumed);
    }
    return found;
  }

  private plus(subject: string, assumed: boolean | Domain | Clause): Facts {
    return new Facts({ subject, assumed, before: this.latest });
  }
}

export function allows(domain: Domain, text: string): boolean {
  return domain.only ? domain.only.has(text) : !domain.not?.has(text);
}
