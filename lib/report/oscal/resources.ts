import { systemName, type OscalInput } from './input';
import type { Resource } from './model';
import { properties } from './property';
import { line, markup, reference } from './text';
import { uuidOf } from './uuid';

/** Identifies a file among what was read. */
export function fileUuid(input: OscalInput, path: string): string {
  return uuidOf('file', systemName(input), path);
}

/** What was read, and the evidence bundle, each with the sum that tells whether it is still the same. */
export function resourcesOf(input: OscalInput): readonly Resource[] {
  const { inputs, evidence, result } = input;
  const sums = new Map(inputs);
  const judged = result.inputs.map(({ path }) => path).filter((path) => !sums.has(path));
  return [
    ...inputs.map(([path, sum]) => fileResource(input, path, sum)),
    ...[...new Set(judged)].map((path) => fileResource(input, path)),
    ...(evidence ? [bundleResource(input, ...evidence)] : []),
  ];
}

function fileResource(input: OscalInput, path: string, sum?: string): Resource {
  const resources = input.result.inputs.find((each) => each.path === path)?.resources;
  return {
    uuid: fileUuid(input, path),
    title: markup(path),
    description: resources === undefined ? 'Read beside the templates.' : 'Template that was judged.',
    props: [typeProperty('artifact'), ...properties({ path: line(path), resources })],
    rlinks: [linkOf(path, sum)],
  };
}

function bundleResource(input: OscalInput, path: string, sum: string): Resource {
  return {
    uuid: fileUuid(input, path),
    title: 'Evidence bundle',
    description: 'Sums of all files of the bundle: inputs, rules, registers, waivers, options and result.',
    props: [typeProperty('evidence')],
    rlinks: [linkOf(path, sum)],
  };
}

/** OSCAL's own property for what kind of resource it is. */
function typeProperty(value: string): { readonly name: string; readonly value: string } {
  return { name: 'type', value };
}

type RemoteLink = NonNullable<Resource['rlinks']>[number];

function linkOf(path: string, sum?: string): RemoteLink {
  return {
    href: reference(path),
    ...(path.endsWith('.json') ? { 'media-type': 'application/json' } : {}),
    ...(sum === undefined ? {} : { hashes: [{ algorithm: 'SHA-256', value: sum }] }),
  };
}
