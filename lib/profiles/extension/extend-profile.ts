import { DEPLOYMENT_MODELS, SEVERITIES, type DeploymentModel, type Severity } from '../../model';
import { LOG_CLASSES, type Fact, type Profile, type Provenance, type RetentionDays } from '../profile';
import { levelProblems } from './level-problems';
import { placeProblems } from './place-problems';
import type { ExtensionProblem } from './problem';
import { periodProblems } from './period-problems';
import type { ProfileExtension } from './schema';

/** Where an extension would loosen or contradict the profile that it extends; empty when it may stand. */
export function extensionProblems(base: Profile, extension: ProfileExtension): readonly ExtensionProblem[] {
  return [...placeProblems(base, extension), ...levelProblems(base, extension), ...periodProblems(base, extension)];
}

/**
 * The profile of an organisation: the base with what the extension fills in or makes stricter, each such fact with the
 * status `organisation`.
 * @throws Error that names every place where the extension would loosen or contradict the base.
 */
export function extendProfile(base: Profile, extension: ProfileExtension): Profile {
  const problems = extensionProblems(base, extension);
  if (problems.length > 0) {
    const lines = problems.map(({ path, message, remedy }) => `${path.join('.')}: ${message}; ${remedy}`);
    throw new Error(`profile "${extension.id}" cannot extend "${base.id}": ${lines.join('\n')}`);
  }
  const own: Provenance = { status: 'organisation', source: extension.source };
  const { id, title, levels, zones, timeZone, notes } = extension;
  return {
    ...base,
    id,
    title: title ?? base.title,
    extends: base.id,
    regions: base.regions.filter((region) => extension.regions?.includes(region) ?? true),
    classification: { levels: levels ?? base.classification.levels },
    ...factsOf(base, extension, own),
    zones: [...base.zones, ...(zones ?? [])],
    timeZone: timeZone ?? base.timeZone,
    provenance: {
      ...base.provenance,
      regions: extension.regions ? own : base.provenance.regions,
      classification: levels && base.classification.levels.length === 0 ? own : base.provenance.classification,
      zones: zones ? own : base.provenance.zones,
    },
    notes: [...base.notes, ...notes],
  };
}

function factsOf(base: Profile, extension: ProfileExtension, own: Provenance) {
  const { ceilings, personalDataLevel, retentionDays, waiverDays } = extension;
  const stated = <T>(value: T | undefined, fact: Fact<T>): Fact<T> => (value === undefined ? fact : { value, ...own });
  const models = DEPLOYMENT_MODELS.map((model) => [model, stated(ceilings?.[model], base.ceilings[model])] as const);
  const kinds = LOG_CLASSES.map((kind) => [kind, stated(retentionDays?.[kind], base.retentionDays[kind])] as const);
  const lives = SEVERITIES.map((each) => [each, stated(waiverDays?.[each], base.waiverDays[each])] as const);
  return {
    ceilings: Object.fromEntries(models) as Record<DeploymentModel, Fact<string>>,
    personalDataLevel: stated(personalDataLevel, base.personalDataLevel),
    retentionDays: Object.fromEntries(kinds) as Record<keyof RetentionDays, Fact<number>>,
    waiverDays: Object.fromEntries(lives) as Record<Severity, Fact<number>>,
  };
}
