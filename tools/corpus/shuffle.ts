import { copyFileSync, writeFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { isJsonMap } from '../../lib/model';
import { readUnit } from '../../lib/template';
import type { Label } from './labels';
import { renameResources, type Names } from './rename';

interface Copy {
  readonly file: string;
  readonly names: Names;
}

/**
 * Writes the templates of a corpus into `target` under other file names and logical ids, as JSON: a rule that recognised
 * either would give other figures. What does not parse is copied as it is.
 * @param seed decides the names
 * @returns the labels as they are for the copy
 */
export function shuffle(folder: string, labels: readonly Label[], seed: number, target: string): readonly Label[] {
  const files = [...new Set(labels.map(({ file }) => file))];
  const copies = new Map(files.map((file, index) => [file, copyRenamed(join(folder, file), target, seed + index)]));
  return labels.map((label) => {
    const copy = copies.get(label.file);
    if (!copy) return label;
    const renamed = (id: string) => copy.names.get(id) ?? id;
    return {
      ...label,
      file: copy.file,
      resource: label.resource === null ? null : renamed(label.resource),
      candidates: label.candidates?.map(renamed) ?? null,
    };
  });
}

function copyRenamed(path: string, target: string, seed: number): Copy {
  const [template] = readUnit(path).graph.templates;
  const name = meaningless(seed, 0);
  if (!template) {
    const file = `${name}${extname(path)}`;
    copyFileSync(path, join(target, file));
    return { file, names: new Map() };
  }
  const { Resources: resources } = template.source;
  const ids = isJsonMap(resources) ? Object.keys(resources).filter((id) => !id.startsWith('Fn::')) : [];
  const names = new Map(ids.map((id, position) => [id, meaningless(seed, position + 1)]));
  const file = `${name}.json`;
  writeFileSync(join(target, file), JSON.stringify(renameResources(template.source, names), null, 1));
  return { file, names };
}

/** A name that tells nothing, of its own for each seed and position. */
function meaningless(seed: number, position: number): string {
  const digits = (((seed + 1) * 7919 + position * 104729) % 1679616).toString(36);
  return `X${digits}x${seed.toString(36)}x${position.toString(36)}`;
}
