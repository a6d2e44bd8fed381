import type { JsonSchema } from '../shape';
import { typeText } from './type-text';

/** A mapping of the config, with its path in general form: `accounts[].vpcs[]`. */
interface Section {
  readonly path: string;
  readonly schema: JsonSchema;
}

/** Of `landing-zone.yaml`. */
const INTRODUCTION = `# \`landing-zone.yaml\`

Generated from the schema; do not edit. Editors check the file by [landing-zone.schema.json](landing-zone.schema.json)
(\`# yaml-language-server: $schema=…\`); \`lionrock validate\` checks form and meaning, and \`lionrock init\` writes a
file to start from.

The file is YAML 1.2. Anchors (\`&name\`, \`*name\`), merge keys (\`<<\`) and comments work as usual; a key that occurs
twice is an error, and so is a key that is not listed here. Two tags are known:

- \`!include other.yaml\` puts the content of another file in its place. The path is relative to the file that includes,
  and the file has to stand in the folder of the config or below it.
- \`!env NAME\`, or \`!env [NAME, default]\`, takes a value from the environment. It is text, unless the default is a
  number or \`true\` or \`false\`. Nothing else is ever substituted.`;

/**
 * The reference page of a file in Markdown: a table of keys for each mapping.
 * @param introduction What stands above the tables. @default that of `landing-zone.yaml`
 */
export function referencePage(schema: JsonSchema, introduction: string = INTRODUCTION): string {
  const sections = sectionsOf({ path: '', schema });
  return [introduction, ...sections.map(sectionText)].join('\n\n') + '\n';
}

function sectionsOf({ path, schema }: Section): readonly Section[] {
  const alternatives = schema.oneOf ?? [];
  if (alternatives.length > 0) return alternatives.flatMap((alternative) => sectionsOf({ path, schema: alternative }));
  if (schema.items) return sectionsOf({ path: `${path}[]`, schema: schema.items });
  if (!schema.properties) return [];
  const below = Object.entries(schema.properties).flatMap(([key, child]) =>
    sectionsOf({ path: path === '' ? key : `${path}.${key}`, schema: child }),
  );
  return [{ path, schema }, ...below];
}

function sectionText({ path, schema }: Section): string {
  const type = schema.properties?.['type']?.const;
  const suffix = typeof type === 'string' ? ` with \`type: ${type}\`` : '';
  const title = path === '' ? '## Top level' : `## \`${path}\`${suffix}`;
  const rows = Object.entries(schema.properties ?? {}).map(([key, child]) => {
    const required = schema.required?.includes(key) ?? false;
    return `| \`${key}\` | ${cell(typeText(child))} | ${cell(defaultText(child, required))} | ${cell(child.description ?? '')} |`;
  });
  return [
    title,
    '',
    schema.description ?? '',
    '',
    '| Key | Type | Default | Description |',
    '| --- | --- | --- | --- |',
    ...rows,
  ].join('\n');
}

function defaultText(schema: JsonSchema, required: boolean): string {
  if (required) return '**required**';
  if (schema.default === undefined) return 'none';
  return typeof schema.default === 'string' ? `\`${schema.default}\`` : `\`${JSON.stringify(schema.default)}\``;
}

function cell(text: string): string {
  return text.replaceAll('|', '\\|').replace(/\s+/g, ' ');
}
