/** Who owns and runs the infrastructure; decides the classification ceiling (ISPG-SM04 scenarios). */
export const DEPLOYMENT_MODELS = ['public', 'outsourced-private', 'in-house-private'] as const;
export type DeploymentModel = (typeof DEPLOYMENT_MODELS)[number];

/** How critical a system is (G3 7.2(b)): 1 every system, 2 crucial, 3 crucial to an essential service. */
export const SYSTEM_TIERS = [1, 2, 3] as const;
export type SystemTier = (typeof SYSTEM_TIERS)[number];

/** A jurisdiction's levels, least sensitive first, as its profile names them. */
export interface ClassificationScheme {
  readonly levels: readonly string[];
}

/**
 * Compares two levels of a scheme: negative when `a` is less sensitive than `b`.
 * @throws Error when a level is not part of the scheme.
 */
export function compareClassification(scheme: ClassificationScheme, a: string, b: string): number {
  return rank(scheme, a) - rank(scheme, b);
}

function rank(scheme: ClassificationScheme, level: string): number {
  const index = scheme.levels.indexOf(level);
  if (index < 0) throw new Error(`unknown classification "${level}": expected one of ${scheme.levels.join(', ')}`);
  return index;
}
