import { DEPLOYMENT_MODELS, type DeploymentModel } from '../model';
import {
  LOG_CLASSES,
  type Fact,
  type Profile,
  type ProfileProvenance,
  type Provenance,
  type RetentionDays,
} from './profile';

type Unstated = Pick<Profile, 'classification' | 'ceilings' | 'personalDataLevel' | 'zones' | 'retentionDays'>;

/** A fact that the sources do not state: an organisation fills it in, nobody invents it. */
function notStated<T>(source: string): Fact<T> {
  return { value: undefined, status: 'not stated', source };
}

/**
 * Levels, ceilings, zone model and retention of a jurisdiction whose sources state none of them.
 * @param source What was read.
 */
export function levelsZonesAndRetentionNotStated(source: string): Unstated {
  const ceilings = DEPLOYMENT_MODELS.map((model) => [model, notStated<string>(source)] as const);
  const retention = LOG_CLASSES.map((kind) => [kind, notStated<number>(source)] as const);
  return {
    classification: { levels: [] },
    ceilings: Object.fromEntries(ceilings) as Record<DeploymentModel, Fact<string>>,
    personalDataLevel: notStated(source),
    zones: [],
    retentionDays: Object.fromEntries(retention) as Record<keyof RetentionDays, Fact<number>>,
  };
}

/**
 * Where the facts of such a jurisdiction come from.
 * @param framework Of the framework; in the same source, levels and zones are not stated.
 */
export function provenanceWithoutLevelsAndZones(framework: Provenance): ProfileProvenance {
  const notThere: Provenance = { status: 'not stated', source: framework.source };
  return {
    framework,
    regions: { status: 'ours', source: 'names of the regions: botocore 1.43.11' },
    classification: notThere,
    zones: notThere,
  };
}
