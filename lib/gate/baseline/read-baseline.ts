import { existsSync, lstatSync, readFileSync } from 'node:fs';
import { resultSchema, type Finding, type Result } from '../../model';
import { readUnit, type TemplateOptions, type Unit } from '../../template';
import { NO_TEMPLATE } from '../git';
import { revisionOf, withRevision } from './git-revision';

/** An earlier state: templates to judge again by the rules of today, or findings that were saved. */
export type Baseline =
  | { readonly kind: 'unit'; readonly unit: Unit; readonly nameOf: (path: string) => string }
  | { readonly kind: 'result'; readonly findings: readonly Finding[] };

/** A baseline that cannot be read. */
export class BaselineError extends Error {
  constructor(
    readonly path: string,
    message: string,
  ) {
    super(message);
    this.name = 'BaselineError';
  }
}

/** What a baseline may be given as. */
export type BaselineInput = string | Unit | Result;

/**
 * Reads the earlier state that a run is compared with.
 * @param input a template, a directory, an assembly, a saved JSON result, `REV:PATH` or `git:REV:PATH`; or what was read
 * @throws BaselineError when it cannot be read, in whole or in part: what is not known cannot be compared with.
 */
export function readBaseline(input: BaselineInput, options: TemplateOptions = {}): Baseline {
  try {
    return read(input, options);
  } catch (error) {
    const path = typeof input === 'string' ? input : 'path' in input ? input.path : '';
    throw new BaselineError(path, error instanceof Error ? error.message : String(error));
  }
}

function read(input: BaselineInput, options: TemplateOptions): Baseline {
  if (typeof input !== 'string') return 'graph' in input ? ofUnit(input) : { kind: 'result', findings: input.findings };
  const revision = existsSync(input) ? undefined : revisionOf(input);
  if (!revision) return ofPath(input, options);
  return withRevision(revision, (copy) => {
    const baseline = ofPath(copy, options, `${input} holds no template: ${NO_TEMPLATE}`);
    if (baseline.kind === 'unit') for (const template of baseline.unit.graph.templates) readAll(template.resources);
    return baseline.kind === 'unit' ? { ...baseline, nameOf: (path) => path.replace(copy, input) } : baseline;
  });
}

/** Resources resolve on first use: none may look for files that are gone by then. */
function readAll(resources: Unit['graph']['templates'][number]['resources']): void {
  for (const resource of resources) void [resource.properties, resource.constructPath, resource.acknowledged];
}

function ofPath(path: string, options: TemplateOptions, empty?: string): Baseline {
  const saved = savedResult(path);
  return saved ? { kind: 'result', findings: saved.findings } : ofUnit(readUnit(path, options), empty);
}

function ofUnit(unit: Unit, empty = `${unit.path} holds no template`): Baseline {
  const [error] = unit.errors;
  if (error) throw new Error(error.message);
  if (unit.graph.templates.length === 0) throw new Error(empty);
  return { kind: 'unit', unit, nameOf: (path) => path };
}

/** A result that `gate --format json` wrote; undefined for what has not its form. */
function savedResult(path: string): Result | undefined {
  if (lstatSync(path, { throwIfNoEntry: false })?.isFile() !== true || !path.endsWith('.json')) return undefined;
  let content: unknown;
  try {
    content = JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return undefined;
  }
  if (typeof content !== 'object' || content === null || !('schemaVersion' in content) || !('findings' in content)) {
    return undefined;
  }
  const parsed = resultSchema.safeParse(content);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new Error(`${path} is no result of this version of lionrock: ${issue?.path.join('.')}: ${issue?.message}`);
}
