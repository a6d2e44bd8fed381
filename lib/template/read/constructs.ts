import { posix } from 'node:path';
import type { Construct } from '../load/origin';
import { isJsonMap, own, type JsonMap } from '../resolve/json';
import { parseJson } from './parse-json';
import { readText } from './source';

/** The constructs behind the resources of one template, by logical id. */
type ByLogicalId = Map<string, Construct>;

/**
 * The constructs of a stack and of its nested stacks, from the metadata of the assembly, which is read when the first is
 * asked for. Metadata that cannot be read names none.
 */
export class Constructs {
  private index: ReadonlyMap<string, ByLogicalId> | undefined;

  constructor(
    /** Metadata that stands in the manifest itself. */
    private readonly inline: JsonMap,
    /** Path of the stack's metadata file, if it has one. */
    private readonly file: string | undefined,
  ) {}

  /** @param template path of the stack's template or of one nested in it */
  find(template: string, logicalId: string): Construct | undefined {
    this.index ??= this.read();
    return this.index.get(posix.basename(template))?.get(logicalId);
  }

  private read(): ReadonlyMap<string, ByLogicalId> {
    const metadata = { ...this.inline, ...this.fromFile() };
    const roots = new Map<string, string>();
    for (const [path, entries] of Object.entries(metadata)) {
      const template = dataOf(entries, 'aws:cdk:templateFile');
      if (typeof template === 'string') roots.set(path, posix.basename(template));
    }
    const index = new Map<string, ByLogicalId>();
    for (const [path, entries] of Object.entries(metadata)) {
      const logicalId = dataOf(entries, 'aws:cdk:logicalId');
      const template = templateOf(path, roots);
      if (typeof logicalId !== 'string' || template === undefined) continue;
      const frames = dataOf(entries, 'aws:cdk:creationStack');
      const creationStack = Array.isArray(frames) ? frames.map(String) : undefined;
      const constructs: ByLogicalId = index.get(template) ?? new Map();
      const construct = { path: path.replace(/^\//, ''), creationStack, acknowledged: acknowledgedAt(path, metadata) };
      index.set(template, constructs.set(logicalId, construct));
    }
    return index;
  }

  private fromFile(): JsonMap {
    try {
      const metadata = this.file === undefined ? {} : parseJson(readText(this.file));
      return isJsonMap(metadata) ? metadata : {};
    } catch {
      return {};
    }
  }
}

function dataOf(entries: unknown, type: string): unknown {
  return allDataOf(entries, type)[0];
}

function allDataOf(entries: unknown, type: string): readonly unknown[] {
  const list: readonly unknown[] = Array.isArray(entries) ? entries : [];
  return list.filter((entry) => own(entry, 'type') === type).map((entry) => own(entry, 'data'));
}

/** What was acknowledged on a construct and on those above it (`Validations.of(scope).acknowledge`), by rule. */
function acknowledgedAt(path: string, metadata: JsonMap): Readonly<Record<string, string>> {
  const found: Record<string, string> = {};
  for (let current = path; current.length > 1; current = posix.dirname(current)) {
    for (const data of allDataOf(metadata[current], 'aws:cdk:acknowledged-rules')) {
      for (const [id, reason] of Object.entries(isJsonMap(data) ? data : {})) found[id] ??= String(reason);
    }
  }
  return found;
}

/** The template of the innermost stack that holds a construct. */
function templateOf(path: string, roots: ReadonlyMap<string, string>): string | undefined {
  for (let current = path; current.length > 1; current = posix.dirname(current)) {
    const template = roots.get(current);
    if (template !== undefined) return template;
  }
  return undefined;
}
