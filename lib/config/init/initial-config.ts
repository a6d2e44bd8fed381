import { COMMENTED } from './commented';
import { INITIAL } from './sample';
import { writeCommented } from './write-commented';

const HEADER = [
  '#',
  '# The landing zone, in one file. Every id, address, host name and mailbox below is made up: replace them, then run',
  '# `lionrock validate`. A line that begins with # is a comment; the commented keys show what else there is.',
  '#',
  '# Anchors (&name, *name) and merge keys (<<) work. `!include other.yaml` puts another file of this folder in its',
  '# place. `!env NAME` or `!env [NAME, default]` takes a value from the environment; nothing else does.',
];

/**
 * The commented `landing-zone.yaml` that `lionrock init` writes. Made from the schema: each key with its description.
 * @param schemaPath Where editors find the JSON Schema, relative to the file.
 */
export function initialConfig(schemaPath = './node_modules/lionrock/docs/generated/landing-zone.schema.json'): string {
  return [`# yaml-language-server: $schema=${schemaPath}`, ...HEADER, writeCommented(INITIAL, COMMENTED)].join('\n');
}
