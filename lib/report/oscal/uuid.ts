import { createHash } from 'node:crypto';

/** Namespace of the names below: drawn once, never to change, or every identifier would. */
const NAMESPACE = Buffer.from('6f1d7a2e1c0b4d6e9a537c0a5be1f1d4', 'hex');

/**
 * An identifier for what is named: a UUID of version 5 (RFC 9562, 5.5), the one computed version that NIST's schemas let
 * through. The same names give the same identifier in every run and on every machine.
 */
export function uuidOf(...names: readonly string[]): string {
  // As JSON, so that no two lists of names read the same.
  const digest = createHash('sha1').update(NAMESPACE).update(JSON.stringify(names)).digest();
  digest.writeUInt8((digest.readUInt8(6) & 0x0f) | 0x50, 6);
  digest.writeUInt8((digest.readUInt8(8) & 0x3f) | 0x80, 8);
  return digest.toString('hex', 0, 16).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
