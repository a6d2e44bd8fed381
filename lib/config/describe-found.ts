import type { Located } from './source';

const LONGEST = 80;

/**
 * A value of the config in a few words, for "found …". What comes from the environment is named, never shown: it may
 * be a secret, and messages end in logs.
 */
export function describeFound(node: Located | undefined): string {
  if (!node) return 'nothing';
  if (node.kind === 'list') return node.children.size === 0 ? 'an empty list' : `a list of ${node.children.size}`;
  if (node.kind === 'map') return node.children.size === 0 ? 'an empty mapping' : 'a mapping';
  if (node.environment !== undefined) return `the value of the environment variable ${node.environment}`;
  if (node.value === null) return 'nothing';
  const text = node.text.length > LONGEST ? `${node.text.slice(0, LONGEST)}…` : node.text;
  if (typeof node.value === 'string') return JSON.stringify(text);
  return typeof node.value === 'number' ? `the number ${text}` : text;
}
