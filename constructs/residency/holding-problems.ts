import { compareClassification, type DeploymentModel } from '../../lib/model';
import type { Profile } from '../../lib/profiles';

/** What a scope holds, and where. */
export interface Holdings {
  readonly profile: Profile;
  /** Who owns and runs the infrastructure; decides the ceiling. */
  readonly deploymentModel: DeploymentModel;
  /** Highest classification of the information, as the profile names it. */
  readonly classification: string;
  /** True when it holds personal data. */
  readonly personalData: boolean;
}

/**
 * Why a deployment model may not hold this information, a sentence each with its clause.
 * @throws Error when the profile has no such classification.
 */
export function holdingProblems(holdings: Holdings): string[] {
  return [...ceilingProblems(holdings), ...personalDataProblems(holdings)];
}

/** Facts that the profile does not state, so that nothing could be checked against them. */
export function unstatedFacts({ profile, deploymentModel, personalData }: Holdings): string[] {
  const ceiling = profile.ceilings[deploymentModel].value === undefined;
  const personal = personalData && profile.personalDataLevel.value === undefined;
  return [
    ...(ceiling ? [`the ceiling of the deployment model ${deploymentModel}`] : []),
    ...(personal ? ['the classification of personal data'] : []),
  ];
}

function ceilingProblems({ profile, deploymentModel, classification }: Holdings): string[] {
  const scheme = profile.classification;
  const ceiling = profile.ceilings[deploymentModel];
  // Without levels that the profile states, no level is high or low.
  if (scheme.levels.length === 0) return [];
  if (ceiling.value === undefined) {
    compareClassification(scheme, classification, classification);
    return [];
  }
  if (compareClassification(scheme, classification, ceiling.value) <= 0) return [];
  return [
    `holds ${classification}: expected at most ${ceiling.value} under the deployment model ${deploymentModel} (${ceiling.source}); hold nothing above it here, or choose another deployment model`,
  ];
}

function personalDataProblems({ profile, deploymentModel, classification, personalData }: Holdings): string[] {
  const scheme = profile.classification;
  const { value: level, source } = profile.personalDataLevel;
  if (!personalData || level === undefined) return [];
  const ceiling = profile.ceilings[deploymentModel];
  const problems: string[] = [];
  if (compareClassification(scheme, classification, level) < 0) {
    problems.push(
      `holds personal data as ${classification}: expected ${level} or above (${source}); classify it, or hold no personal data`,
    );
  }
  if (ceiling.value !== undefined && compareClassification(scheme, level, ceiling.value) > 0) {
    problems.push(
      `holds personal data, which is ${level} or above (${source}): expected none, because the deployment model ${deploymentModel} holds at most ${ceiling.value} (${ceiling.source}); keep it elsewhere`,
    );
  }
  return problems;
}
