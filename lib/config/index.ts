import { referencePage } from './reference';
import { landingZoneJsonSchema } from './shape';

export { allocateAddresses, AllocationError, type AllocatedAddresses } from './allocation';
export * from './authority';
export { networkGrowth, quotaOutlook, routingStackOf, stackOfVpc, type GrowthLimit } from './growth';
export { initialConfig } from './init';
export {
  loadConfig,
  type ConfigSources,
  type LoadedConfig,
  type LoadOptions,
  type LoadResult,
  type NamedByConfig,
  type UnreadableConfig,
  type WrongConfig,
} from './load';
export { ingressesOf } from './ingresses';
export { loadProfile, type LoadedProfile } from './load-profile';
export type { ConfigProblem, ProblemDraft } from './problem';
export { problemText } from './problem-text';
export * from './registers';
export * from './schema';
export { landingZoneJsonSchema };

/** The reference page of `landing-zone.yaml` in Markdown: each key with type, default and description. */
export function configReference(): string {
  return referencePage(landingZoneJsonSchema());
}
