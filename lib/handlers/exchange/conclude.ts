import type { Exchange } from './ports';
import { record } from './record';
import type { ExchangeSettings } from './settings';

/** Records how an SFTP connector ended: AWS Transfer Family’s events “SFTP Connector File Send …”. */
export async function conclude(
  detail: Readonly<Record<string, unknown>>,
  exchange: Exchange,
  settings: ExchangeSettings,
): Promise<void> {
  const said = (name: string) => (typeof detail[name] === 'string' ? detail[name] : '');
  // The path reads /BUCKET/VERSION/TIME/NAME.
  const [, , versionId = '', , name = ''] = said('file-path').split('/');
  if (versionId === '')
    throw new Error(`found the event ${JSON.stringify(detail)}: expected the path of a sealed object`);
  const step = said('status-code') === 'COMPLETED' ? 'delivered' : 'failed';
  const details = { receipt: said('transfer-id'), ...(step === 'failed' ? { because: said('failure-message') } : {}) };
  await record(step, { key: name, versionId }, details, exchange, settings);
}
