import { createHash } from 'node:crypto';
import { get } from './at';
import type { Resource } from './graph';
import handlers from './known-handlers.json';
import { asText } from './scalar';

/** Handlers of ours whose answers count as evidence. */
type KnownHandler = keyof typeof handlers;

/**
 * Whether a function is one of ours, to the letter, and runs with nothing that could change what it does: what a custom
 * resource answers is what its function does, so that only a function whose whole code is known counts.
 */
export function isKnownFunction({ type, condition, properties }: Resource, handler: KnownHandler): boolean {
  if (type !== 'AWS::Lambda::Function' || condition !== undefined) return false;
  const { Environment, Layers, Handler } = properties;
  const text = asText(get(properties, 'Code.ZipFile'));
  if (Environment !== undefined || Layers !== undefined || text === undefined) return false;
  return asText(Handler) === 'index.handler' && createHash('sha256').update(text).digest('hex') === handlers[handler];
}
