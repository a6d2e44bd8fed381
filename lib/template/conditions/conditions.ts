import type { Trilean } from '../../model';
import { allows, Facts, type Branches, type Clause } from './facts';
import type { Formula } from './formula';

/** Steps that one question may take, after which it is unknown: bounds chained and adversarial conditions. */
const STEPS_PER_QUESTION = 1000;
/** Steps that all questions of one template may take together; later ones are answered from what is known by then. */
const STEPS_IN_ALL = 100_000;
/** Clauses that are looked at again when more is known. */
const MAX_CLAUSES = 20;
/** Longest chain of conditions that refer to one another. */
const MAX_DEPTH = 300;

/**
 * Decides the conditions of one template under given facts. Sound, not complete: true and false are certain, unknown
 * may be decidable by a longer search. A condition that refers to itself is unknown.
 */
export class Conditions {
  private steps = 0;
  private spent = 0;
  /** Named conditions that are being supposed: one that leads back to itself says nothing. */
  private readonly supposing = new Set<string>();

  constructor(
    /** The formula of a named condition; undefined when the template has none of that name. */
    private readonly formulaOf: (name: string) => Formula | undefined,
  ) {}

  /** Truth of a named condition. */
  truth(name: string, facts: Facts): Trilean {
    return this.decide({ kind: 'condition', name }, facts);
  }

  /** Both branches of an `Fn::If` over a named condition: undefined for a branch that is never taken. */
  branches(name: string, facts: Facts): Branches {
    const known = facts.branches.get(name);
    if (known) return known;
    const truth = this.truth(name, facts);
    const found: Branches = {
      whenTrue: truth === false ? undefined : this.assume(name, true, facts),
      whenFalse: truth === true ? undefined : this.assume(name, false, facts),
    };
    facts.branches.set(name, found);
    return found;
  }

  /** The facts that hold where a named condition has the given truth; undefined when it never has. */
  assume(name: string, truth: boolean, facts: Facts): Facts | undefined {
    return this.assuming({ kind: 'condition', name }, truth, facts);
  }

  /** The facts that hold where a formula has the given truth; undefined when it never has. */
  assuming(formula: Formula, truth: boolean, facts: Facts): Facts | undefined {
    return this.ask(() => this.settle(this.suppose(formula, truth, facts, 0)));
  }

  /** Truth of a formula: by evaluation, else by showing that one of its truths contradicts the facts. */
  decide(formula: Formula, facts: Facts): Trilean {
    const direct = this.ask(() => this.evaluate(formula, facts, 0));
    if (direct !== 'unknown') return direct;
    if (this.assuming(formula, true, facts) === undefined) return false;
    return this.assuming(formula, false, facts) === undefined ? true : 'unknown';
  }

  /** Draws what follows from the clauses, now that more is known. */
  private settle(facts: Facts | undefined): Facts | undefined {
    let current = facts;
    for (const { operands, truth } of facts?.clauses(MAX_CLAUSES) ?? []) {
      if (current) current = this.supposeSome(operands, truth, current, 0);
    }
    return current;
  }

  private ask<T>(question: () => T): T {
    this.steps = 0;
    const answer = question();
    this.spent += this.steps;
    return answer;
  }

  /** Counts a step; true when no more may be taken. */
  private isExhausted(depth: number): boolean {
    return ++this.steps > STEPS_PER_QUESTION || this.spent + this.steps > STEPS_IN_ALL || depth > MAX_DEPTH;
  }

  private evaluate(formula: Formula, facts: Facts, depth: number): Trilean {
    if (this.isExhausted(depth)) return 'unknown';
    switch (formula.kind) {
      case 'constant':
        return formula.value;
      case 'equals':
        return evaluateEquals(formula.variable, formula.text, facts);
      case 'opaque':
        return facts.truth(formula.key) ?? 'unknown';
      case 'condition':
        return this.evaluateNamed(formula.name, facts, depth);
      case 'not': {
        const truth = this.evaluate(formula.operand, facts, depth + 1);
        return truth === 'unknown' ? truth : !truth;
      }
      default:
        return this.evaluateOperands(formula.operands, formula.kind === 'any', facts, depth);
    }
  }

  private evaluateOperands(operands: readonly Formula[], decisive: boolean, facts: Facts, depth: number): Trilean {
    let result: Trilean = !decisive;
    for (const operand of operands) {
      const truth = this.evaluate(operand, facts, depth + 1);
      if (truth === decisive) return decisive;
      if (truth === 'unknown') result = 'unknown';
    }
    return result;
  }

  private evaluateNamed(name: string, facts: Facts, depth: number): Trilean {
    const assumed = facts.truth(`condition ${name}`);
    if (assumed !== undefined) return assumed;
    const key = `evaluate ${name}`;
    const known = facts.answers.get(key);
    if (known === true || known === false || known === 'unknown') return known;
    facts.answers.set(key, 'unknown');
    const formula = this.formulaOf(name);
    const truth = formula ? this.evaluate(formula, facts, depth + 1) : 'unknown';
    facts.answers.set(key, truth);
    return truth;
  }

  /** New facts in which the formula has the truth; the same facts when nothing can be concluded. */
  private suppose(formula: Formula, truth: boolean, facts: Facts, depth: number): Facts | undefined {
    if (this.isExhausted(depth)) return facts;
    switch (formula.kind) {
      case 'constant':
        return formula.value === truth ? facts : undefined;
      case 'equals':
        return truth ? facts.withOnly(formula.variable, [formula.text]) : facts.without(formula.variable, formula.text);
      case 'opaque':
        return facts.withTruth(formula.key, truth);
      case 'condition':
        return this.supposeNamed(formula.name, truth, facts, depth);
      case 'not':
        return this.suppose(formula.operand, !truth, facts, depth + 1);
      default:
        return (formula.kind === 'all') === truth
          ? this.supposeEach(formula.operands, truth, facts, depth)
          : this.supposeOneOf({ operands: formula.operands, truth }, facts, depth);
    }
  }

  private supposeNamed(name: string, truth: boolean, facts: Facts, depth: number): Facts | undefined {
    if (this.supposing.has(name)) return facts;
    const key = `assume ${name} ${truth}`;
    if (facts.answers.has(key)) return asFacts(facts.answers.get(key));
    const marked = facts.withTruth(`condition ${name}`, truth);
    const formula = this.formulaOf(name);
    this.supposing.add(name);
    const result = marked && marked !== facts && formula ? this.suppose(formula, truth, marked, depth + 1) : marked;
    this.supposing.delete(name);
    facts.answers.set(key, result);
    return result;
  }

  private supposeEach(operands: readonly Formula[], truth: boolean, facts: Facts, depth: number): Facts | undefined {
    let current: Facts | undefined = facts;
    for (const operand of operands) {
      current = this.suppose(operand, truth, current, depth + 1);
      if (!current) return undefined;
    }
    return current;
  }

  private supposeOneOf(clause: Clause, facts: Facts, depth: number): Facts | undefined {
    const choice = this.choiceOfSome(clause, depth);
    if (choice) return facts.withOnly(choice.variable, choice.texts);
    const result = this.supposeSome(clause.operands, clause.truth, facts, depth);
    return result === facts ? facts.withClause(clause) : result;
  }

  /** The texts that a variable is one of if the formula has the truth; undefined where that says more, or less. */
  private choiceOf(formula: Formula, truth: boolean, depth: number): Choice | undefined {
    if (this.isExhausted(depth)) return undefined;
    switch (formula.kind) {
      case 'equals':
        return truth ? { variable: formula.variable, texts: [formula.text] } : undefined;
      case 'not':
        return this.choiceOf(formula.operand, !truth, depth + 1);
      case 'condition': {
        const named = this.formulaOf(formula.name);
        return named && this.choiceOf(named, truth, depth + 1);
      }
      case 'any':
      case 'all':
        return (formula.kind === 'any') === truth ? this.choiceOfSome({ ...formula, truth }, depth) : undefined;
      default:
        return undefined;
    }
  }

  /** The same if at least one operand has the truth: all of them must speak of one variable. */
  private choiceOfSome({ operands, truth }: Clause, depth: number): Choice | undefined {
    let variable: string | undefined;
    const texts: string[] = [];
    for (const operand of operands) {
      const choice = this.choiceOf(operand, truth, depth + 1);
      if (!choice || (variable !== undefined && variable !== choice.variable)) return undefined;
      variable = choice.variable;
      texts.push(...choice.texts);
    }
    return variable === undefined ? undefined : { variable, texts };
  }

  /** At least one operand has the truth: conclusive when at most one still can. */
  private supposeSome(operands: readonly Formula[], truth: boolean, facts: Facts, depth: number): Facts | undefined {
    let only: Facts | undefined;
    for (const operand of operands) {
      const possible = this.suppose(operand, truth, facts, depth + 1);
      if (possible === undefined) continue;
      if (only) return facts;
      only = possible;
    }
    return only;
  }
}

/** A variable is one of these texts. */
interface Choice {
  readonly variable: string;
  readonly texts: readonly string[];
}

function evaluateEquals(variable: string, text: string, facts: Facts): Trilean {
  const domain = facts.domain(variable);
  if (!allows(domain, text)) return false;
  return domain.only?.size === 1 ? true : 'unknown';
}

function asFacts(value: unknown): Facts | undefined {
  return value instanceof Facts ? value : undefined;
}
