import { createHash } from 'node:crypto';
import { contentProblem } from './inspect';
import type { Exchange, ObjectVersion } from './ports';
import { record } from './record';
import { CLEAN, SCAN_TAG, type ScanResult } from './scan-result';
import type { ExchangeSettings } from './settings';

/** Tag by which senders classify what they hand in. */
const CLASSIFICATION_TAG = 'lionrock:classification';

/**
 * Takes an object that was scanned: what is clean, classified as the transfer allows and fit to leave waits for its
 * approval; everything else goes to quarantine. Either is recorded, with the hash of what was looked at.
 */
export async function screen(result: ScanResult, exchange: Exchange, settings: ExchangeSettings): Promise<void> {
  const { buckets } = settings;
  const { bucket, key, versionId } = result;
  if (bucket !== buckets.staging) throw new Error(`found an object of ${bucket}: expected one of ${buckets.staging}`);
  const object: ObjectVersion = { bucket, key, versionId };
  const infected = result.status === CLEAN ? undefined : infection(result);
  const judged = infected === undefined ? await inspected(object, exchange, settings) : { because: infected };
  if (judged.because === undefined) {
    await record('screened', object, { ...judged }, exchange, settings);
    return;
  }
  await exchange.objects.copy(object, buckets.quarantine, `${versionId}/${key}`);
  await record('quarantined', object, { ...judged }, exchange, settings);
  await exchange.objects.remove(object);
}

function infection({ status, threats }: ScanResult): string {
  return [`the scan for malware says ${status}`, ...threats].join(': ');
}

interface Inspected {
  readonly sha256?: string;
  readonly bytes?: number;
  readonly because: string | undefined;
}

async function inspected(object: ObjectVersion, exchange: Exchange, settings: ExchangeSettings): Promise<Inspected> {
  const { objects } = exchange;
  const because = tagProblem(await objects.tags(object), settings);
  if (because !== undefined) return { because };
  const bytes = await objects.size(object);
  if (bytes > settings.maxBytes)
    return { bytes, because: `it has ${bytes} bytes: expected at most ${settings.maxBytes}` };
  const body = await objects.read(object);
  return { sha256: sha256(body), bytes, because: contentProblem(object.key, body, settings) };
}

/** What is wrong with the tags of an object: they say how it is classified, and that it was scanned. */
export function tagProblem(tags: Readonly<Record<string, string>>, { transfer }: ExchangeSettings): string | undefined {
  const classified = tags[CLASSIFICATION_TAG];
  if (classified !== transfer.classification) {
    return `it is classified ${classified ?? 'as nothing'}: the transfer moves ${transfer.classification}`;
  }
  const scanned = tags[SCAN_TAG];
  return scanned === CLEAN ? undefined : `its scan for malware says ${scanned ?? 'nothing'}`;
}

/** In hexadecimal. */
export function sha256(body: Buffer): string {
  return createHash('sha256').update(body).digest('hex');
}
