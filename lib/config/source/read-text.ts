import { closeSync, openSync, readSync, statSync } from 'node:fs';
import type { Budget } from './budget';
import { UnreadableError } from './unreadable';

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  ENOTDIR: 'there is no such file',
  EACCES: 'cannot be read: permission denied',
  EPERM: 'cannot be read: permission denied',
  ELOOP: 'cannot be read: its symbolic links go round in a circle',
  ENAMETOOLONG: 'cannot be read: the name is too long',
};

/**
 * Reads a text file whole, never more than the budget allows.
 * @param display Name of the file in messages.
 * @throws UnreadableError when it is missing, a folder, a device, too large, or not UTF-8 text.
 */
export function readText(path: string, display: string, budget: Budget): string {
  const bytes = readBytes(path, display, budget);
  budget.spend('bytes', bytes.length, display);
  if (bytes.includes(0)) throw new UnreadableError(display, 'is a binary file; expected UTF-8 text');
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new UnreadableError(display, 'is not UTF-8 text');
  }
}

function readBytes(path: string, display: string, budget: Budget): Buffer {
  const limit = budget.remaining('bytes');
  try {
    const stats = statSync(path);
    if (stats.isDirectory()) throw new UnreadableError(display, 'is a folder; expected a file');
    if (!stats.isFile()) throw new UnreadableError(display, 'is not a regular file');
    if (stats.size > limit) throw budget.exceeded('bytes', display);
    return readAtMost(path, limit + 1);
  } catch (error) {
    if (error instanceof UnreadableError) throw error;
    const code = typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : 'unknown error';
    throw new UnreadableError(display, REASONS[code] ?? `cannot be read (${code})`);
  }
}

/** Bounded, because a file can grow between its size being asked and its being read. */
function readAtMost(path: string, limit: number): Buffer {
  const descriptor = openSync(path, 'r');
  try {
    const chunks: Buffer[] = [];
    let total = 0;
    while (total < limit) {
      const chunk = Buffer.alloc(Math.min(65536, limit - total));
      const count = readSync(descriptor, chunk, 0, chunk.length, null);
      if (count === 0) break;
      chunks.push(chunk.subarray(0, count));
      total += count;
    }
    return Buffer.concat(chunks);
  } finally {
    closeSync(descriptor);
  }
}
