import { lstatSync, readFileSync } from 'node:fs';

/** CloudFormation takes templates of at most 1 MB; this leaves room for templates before a macro. In bytes. */
const MAX_BYTES = 4 * 1024 * 1024;

/** Why a link is not read. */
export const LINK = 'is a symbolic link, which is not followed: give what it leads to';

/** Why a file or its text cannot be used. Lines are 1-based. */
export class ReadError extends Error {
  constructor(
    readonly kind: 'read' | 'parse' | 'not-a-template',
    message: string,
    readonly line?: number,
  ) {
    super(message);
  }
}

/**
 * Text of a file: UTF-8, or UTF-16 with a byte order mark.
 * @throws ReadError when it cannot be read, is too large, a symbolic link, or not text.
 */
export function readText(file: string): string {
  return decode(readBytes(file));
}

/**
 * Text of bytes: UTF-8, or UTF-16 with a byte order mark.
 * @throws ReadError when they are not text.
 */
export function decode(bytes: Uint8Array): string {
  const encoding =
    bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : 'utf-8';
  let text: string;
  try {
    text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    throw new ReadError('read', `is not ${encoding.toUpperCase()} text: save it as UTF-8`);
  }
  if (text.includes('\0')) throw new ReadError('read', 'holds binary data: expected a template in JSON or YAML');
  return text;
}

/** Whether bytes may be a template, in whatever encoding and however broken: they hold a key `Resources`. */
export function mayBeTemplate(bytes: Buffer): boolean {
  return /(?:^|[\s{,])["']?Resources["']?\s*:/.test(bytes.toString('latin1').replaceAll('\0', ''));
}

/**
 * Bytes of a file.
 * @throws ReadError when it cannot be read, is too large or a symbolic link.
 */
export function readBytes(file: string): Buffer {
  try {
    const stat = lstatSync(file, { throwIfNoEntry: false });
    if (!stat) throw new ReadError('read', 'does not exist');
    if (stat.isSymbolicLink()) throw new ReadError('read', LINK);
    if (!stat.isFile()) throw new ReadError('read', 'is not a regular file');
    if (stat.size > MAX_BYTES) {
      throw new ReadError('read', `has ${stat.size} bytes: templates of more than ${MAX_BYTES} bytes are not read`);
    }
    return readFileSync(file);
  } catch (error) {
    if (error instanceof ReadError) throw error;
    throw new ReadError('read', `cannot be read: ${error instanceof Error ? error.message : String(error)}`);
  }
}
