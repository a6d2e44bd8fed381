import type { ObjectVersion } from './ports';

/** What a scanner said of an object: GuardDuty’s event “Malware Protection Object Scan Result”, or one of its form. */
export interface ScanResult extends ObjectVersion {
  /** `NO_THREATS_FOUND`, or why not. */
  readonly status: string;
  readonly threats: readonly string[];
}

/** Status, and tag, of an object in which no malware was found. */
export const CLEAN = 'NO_THREATS_FOUND';
/** Tag that the scanner sets. */
export const SCAN_TAG = 'GuardDutyMalwareScanStatus';

/** @throws Error when the event names no version of an object. */
export function scanResultOf(detail: Readonly<Record<string, unknown>>): ScanResult {
  const object = memberOf(detail, 's3ObjectDetails');
  const result = memberOf(detail, 'scanResultDetails');
  const [bucket, key, versionId] = ['bucketName', 'objectKey', 'versionId'].map((name) => textOf(object, name));
  if (!bucket || !key || !versionId) {
    throw new Error(`found the scan result ${JSON.stringify(detail)}: expected bucket, key and version of an object`);
  }
  const threats = result['threats'];
  return {
    bucket,
    key,
    versionId,
    status: textOf(result, 'scanResultStatus') || textOf(detail, 'scanStatus') || 'no status',
    threats: Array.isArray(threats) ? threats.map((threat) => textOf(asMap(threat), 'name')) : [],
  };
}

function memberOf(map: Readonly<Record<string, unknown>>, name: string): Readonly<Record<string, unknown>> {
  return asMap(map[name]);
}

function asMap(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}

function textOf(map: Readonly<Record<string, unknown>>, name: string): string {
  const value = map[name];
  return typeof value === 'string' ? value : '';
}
