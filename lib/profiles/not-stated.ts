import { DEPLOYMENT_MODELS, type DeploymentModel } from '../model';
import { LOG_CLASSES, type Fact, type Profile, type RetentionDays } from './profile';

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
