/** What a condition says, with everything decided that is decided for all deployments. */
export type Formula =
  | { readonly kind: 'constant'; readonly value: boolean }
  /** A parameter or pseudo parameter that is open at this point equals a text. */
  | { readonly kind: 'equals'; readonly variable: string; readonly text: string }
  /** Cannot be analysed; equal keys have equal truth within one template. */
  | { readonly kind: 'opaque'; readonly key: string }
  | { readonly kind: 'condition'; readonly name: string }
  | { readonly kind: 'not'; readonly operand: Formula }
  | { readonly kind: 'all' | 'any'; readonly operands: readonly Formula[] };

export function constant(value: boolean): Formula {
  return { kind: 'constant', value };
}
