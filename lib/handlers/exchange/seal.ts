import { constants, createCipheriv, publicEncrypt, randomBytes } from 'node:crypto';

/** What the recipient needs to open a sealed object, beside the private half of their key. */
interface SealHeader {
  readonly version: 1;
  readonly transfer: string;
  readonly name: string;
  /** Of the content, in hexadecimal. */
  readonly sha256: string;
  readonly cipher: 'AES-256-GCM';
  /** All in base64. */
  readonly iv: string;
  readonly tag: string;
  /** The object’s own key under the recipient’s: RSA-OAEP with SHA-256. */
  readonly key: string;
}

/**
 * Seals a content for one recipient: a line of JSON, then the content under a key of its own. The name and the transfer
 * are authenticated with it.
 * @param dataKey 32 bytes, used once.
 * @param recipientKey RSA public key, as PEM.
 */
export function seal(
  content: Buffer,
  dataKey: Buffer,
  recipientKey: string,
  { transfer, name, sha256 }: Pick<SealHeader, 'transfer' | 'name' | 'sha256'>,
): Buffer {
  const iv = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', dataKey, iv);
  cipher.setAAD(Buffer.from(`${transfer}\n${name}`));
  const sealed = Buffer.concat([cipher.update(content), cipher.final()]);
  const wrapped = publicEncrypt(
    { key: recipientKey, padding: constants.RSA_PKCS1_OAEP_PADDING, oaepHash: 'sha256' },
    dataKey,
  );
  const header: SealHeader = {
    version: 1,
    transfer,
    name,
    sha256,
    cipher: 'AES-256-GCM',
    iv: iv.toString('base64'),
    tag: cipher.getAuthTag().toString('base64'),
    key: wrapped.toString('base64'),
  };
  return Buffer.concat([Buffer.from(`${JSON.stringify(header)}\n`), sealed]);
}
