import type { Exchange, ObjectVersion } from './ports';
import type { ExchangeSettings } from './settings';

/** What became of an object, step by step. `refused` is said of an approval, and can be said again of another. */
export type Step = 'screened' | 'quarantined' | 'refused' | 'accepted' | 'delivered' | 'failed';

/** Name of the record of a step: `VERSION/screened.json`. */
export function recordKey(versionId: string, step: Step, at?: Date): string {
  return step === 'refused' ? `${versionId}/${at?.toISOString() ?? ''}-refused.json` : `${versionId}/${step}.json`;
}

/**
 * Writes what became of an object, once: a record is never replaced, and its bucket keeps it from removal.
 * @returns false when this was recorded before.
 */
export async function record(
  step: Step,
  { key, versionId }: Pick<ObjectVersion, 'key' | 'versionId'>,
  details: Readonly<Record<string, unknown>>,
  { objects, now }: Exchange,
  { transfer, destination, buckets }: ExchangeSettings,
): Promise<boolean> {
  const at = now();
  const said = { ...details, step, at: at.toISOString(), transfer: transfer.id, destination, key, versionId };
  return objects.create(buckets.records, recordKey(versionId, step, at), Buffer.from(`${JSON.stringify(said)}\n`));
}
