import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { DELIVERED, type DeliveredStack } from './delivered-stacks';

interface Manifest {
  readonly artifacts?: Readonly<Record<string, unknown>>;
}

/**
 * Adds stacks that stack sets made to an assembly, each with the template of its stack set.
 * @param folder Folder of the assembly.
 */
export function writeDelivered(folder: string, stacks: readonly DeliveredStack[]): void {
  if (stacks.length === 0) return;
  mkdirSync(join(folder, DELIVERED), { recursive: true });
  const entries = stacks.map(({ set, id, name, account, region, templateFile }) => {
    const file = basename(templateFile);
    writeFileSync(join(folder, DELIVERED, file), textOf(set.template?.source));
    const properties = { templateFile: file, stackName: name };
    const environment = `aws://${account}/${region}`;
    return [file, { type: 'aws:cloudformation:stack', environment, displayName: id, properties }] as const;
  });
  const path = join(folder, 'manifest.json');
  const manifest = JSON.parse(readFileSync(path, 'utf8')) as Manifest;
  const { version } = manifest as { readonly version?: string };
  writeFileSync(join(folder, DELIVERED, 'manifest.json'), textOf({ version, artifacts: Object.fromEntries(entries) }));
  const nested = { type: 'cdk:cloud-assembly', properties: { directoryName: DELIVERED, displayName: 'stack sets' } };
  writeFileSync(path, textOf({ ...manifest, artifacts: { ...manifest.artifacts, [DELIVERED]: nested } }));
}

function textOf(value: unknown): string {
  return `${JSON.stringify(value, undefined, 1)}\n`;
}
