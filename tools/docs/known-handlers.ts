import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';

/** Handlers whose answers proofs and rules rely on; each is built before the documents are. */
const RELIED_ON = ['hub-attachment', 'stored-key'];

/** Digests of the code of handlers, by which they know a function in a template: path to content. */
export function knownHandlers(): Record<string, string> {
  const digests = RELIED_ON.map((name) => {
    const code = readFileSync(`dist/lib/handlers/${name}/index.js`);
    return [name, createHash('sha256').update(code).digest('hex')] as const;
  });
  return { 'lib/template/known-handlers.json': JSON.stringify(Object.fromEntries(digests)) };
}
