/** Tiers of GitLab's environments (source: GitLab documentation, deployment tier of environments). */
export const ENVIRONMENT_TIERS = ['production', 'staging', 'testing', 'development', 'other'] as const;
export type EnvironmentTier = (typeof ENVIRONMENT_TIERS)[number];
