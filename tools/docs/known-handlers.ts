import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';

/** Handlers whose answers the proofs rely on; each is built before the documents are. */
const RELIED_ON = ['hub-attachment'];

/** Digests of the code of handlers, by which the proofs know a function in a template: path to content. */
export function knownHandlers(): Record<string, string> {
  const digests = RELIED_ON.map((name) => {
    const code = readFileSync(`dist/lib/handlers/${name}/index.js`);
    return [name, createHash('sha256').update(code).digest('hex')] as const;
  });
  return { 'lib/proofs/reachability/network/known-handlers.json': JSON.stringify(Object.fromEntries(digests)) };
}
