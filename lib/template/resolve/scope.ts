import type { Branches, Facts } from '../conditions/facts';
import type { Value } from '../value';

/** What the expressions of one template can name. */
export interface Names {
  /** Path of the template. */
  readonly path: string;
  /** A parameter's value; undefined when the template declares none of that name. */
  parameter(name: string, scope: Scope): Value | undefined;
  /** A pseudo parameter's value; undefined when there is none of that name. */
  pseudo(name: string): Value | undefined;
  /** Raw body of a mapping. */
  mapping(name: string): unknown;
  /** Type of a resource; undefined when there is none of that logical id. */
  resourceType(logicalId: string): string | undefined;
  /** What `Ref` of a resource gives, where it was deployed. */
  identifier(logicalId: string): Value | undefined;
  /** An attribute that can be read from another template of the unit; undefined when it is made at deployment. */
  attribute(logicalId: string, attribute: string): Value | undefined;
  /** What another template of the unit exports under that name. */
  exported(name: string): Value;
  /** An output of another stack of the unit. */
  stackOutput(stack: string, output: string, region: Value | undefined): Value;
  /** Value in the parameter store, by name or full ARN; unknown when no template of the unit writes it. */
  stored(name: string): Value | undefined;
  /** Counts the characters of a text that is made; false when the template has made too many. */
  affords(characters: number): boolean;
  /** The facts within the branches of an `Fn::If` over a named condition. */
  branches(condition: string, facts: Facts): Branches;
}

/** Where an expression stands: what it can name, and what is taken to hold. */
export interface Scope {
  readonly names: Names;
  readonly facts: Facts;
  /** Within conditions: the default of a parameter does not decide, as a deployment may give another value. */
  readonly open: boolean;
  /** Value of an expression; undefined when it is removed (`AWS::NoValue`). */
  resolve(expression: unknown): Value | undefined;
  /** The same place under other facts. */
  under(facts: Facts): Scope;
}

/** Evaluates the argument of one intrinsic function. */
export type Intrinsic = (argument: unknown, scope: Scope) => Value | undefined;
