import { exchangeOf } from './aws';
import { overBatch, type Batch, type BatchAnswer, type BusEvent } from './batch';
import { conclude } from './conclude';
import { dispatch } from './dispatch';
import type { ObjectVersion } from './ports';
import { scanResultOf } from './scan-result';
import { screen } from './screen';
import { settingsFrom } from './settings';

const settings = settingsFrom(process.env);
const exchange = exchangeOf(settings);

/** Takes what was scanned for malware: what Lambda calls. */
export const screening = (batch: Batch): Promise<BatchAnswer> =>
  overBatch(batch, ({ detail }) => screen(scanResultOf(detail), exchange, settings));

/** Takes approvals, and what became of files that a connector sent: what Lambda calls. */
export const dispatching = (batch: Batch): Promise<BatchAnswer> =>
  overBatch(batch, (event) =>
    event.source === 'aws.transfer'
      ? conclude(event.detail, exchange, settings)
      : dispatch(paperOf(event), exchange, settings),
  );

/** The object of S3’s event “Object Created”. */
function paperOf({ detail }: BusEvent): ObjectVersion {
  const { bucket, object } = detail as {
    readonly bucket?: { readonly name?: string };
    readonly object?: { readonly key?: string; readonly 'version-id'?: string };
  };
  const [name, key, versionId] = [bucket?.name, object?.key, object?.['version-id']];
  if (name === undefined || key === undefined || versionId === undefined) {
    throw new Error(`found the event ${JSON.stringify(detail)}: expected bucket, key and version of an approval`);
  }
  return { bucket: name, key, versionId };
}
