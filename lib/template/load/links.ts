import { Unknown, type Value } from '../value';

/** A template, for finding its neighbours. */
export interface Place {
  readonly path: string;
  readonly region: string | undefined;
  readonly account: string | undefined;
}

/** What the parents of a nested stack pass to it. */
export interface Passed {
  /**
   * Value for a parameter; undefined when no parent passes one.
   * @param open as conditions see it: a default of the parent's does not decide
   */
  get(name: string, open: boolean): Value | undefined;
}

/** How a template sees the other templates of its unit. */
export interface Links {
  /** Value of an export, by its name. */
  exported(name: string, from: Place): Value;
  /** Value of another stack's output; the region of `from` when none is given. */
  stackOutput(stack: string, output: string, region: Value | undefined, from: Place): Value;
  /** Value in the parameter store, by name or full ARN; undefined when no template of the unit writes it. */
  stored(name: string, from: Place): Value | undefined;
  /** An attribute that another template of the unit gives; undefined when none does. */
  attribute(logicalId: string, attribute: string, from: Place): Value | undefined;
  /** What the parents of a nested stack pass; undefined when the template is not nested. */
  passed(to: Place): Passed | undefined;
}

/** A template before it joins a graph. */
export const ALONE: Links = {
  exported: (name) => new Unknown(`no template here exports ${name}`),
  stackOutput: (stack, output) => new Unknown(`output ${output} of stack ${stack} is not in these templates`),
  stored: () => undefined,
  attribute: () => undefined,
  passed: () => undefined,
};
