import { request } from 'node:https';
import type { Sealed } from './ports';

/** How long the other side may be silent. */
const PATIENCE_MS = 60_000;

/** Certificate and key by which the exchange shows who it is; as PEM, in the secret, as JSON. */
interface ClientIdentity {
  readonly certificate: string;
  readonly privateKey: string;
  /** Authority of the recipient’s certificate. @default those that Node.js trusts */
  readonly authority?: string;
}

/** As `request` of node:https. */
type Request = typeof request;

/**
 * Puts a sealed object under its name to the destination, by TLS in which both sides show a certificate. Redirections are
 * not followed: the destination is the one that was approved.
 * @throws Error when the answer is no success.
 */
export async function deliverHttps(
  { name, body }: Sealed,
  destination: string,
  identity: ClientIdentity,
  send: Request = request,
): Promise<string> {
  const url = new URL(`${destination.replace(/\/$/, '')}/${encodeURIComponent(name)}`);
  const { certificate: cert, privateKey: key, authority: ca } = identity;
  return new Promise((resolve, reject) => {
    const sent = send(
      url,
      {
        method: 'PUT',
        cert,
        key,
        ...(ca === undefined ? {} : { ca }),
        minVersion: 'TLSv1.2',
        timeout: PATIENCE_MS,
        headers: { 'content-type': 'application/octet-stream', 'content-length': body.length },
      },
      (answer) => {
        answer.resume();
        const { statusCode = 0 } = answer;
        const said = `${url.host} answered ${statusCode}`;
        if (statusCode >= 200 && statusCode < 300) resolve(said);
        else reject(new Error(`${said}: expected a success`));
      },
    );
    sent.on('timeout', () => sent.destroy(new Error(`${url.host} was silent for ${PATIENCE_MS / 1000} seconds`)));
    sent.on('error', reject);
    sent.end(body);
  });
}
