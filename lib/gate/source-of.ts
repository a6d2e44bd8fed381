import { isAbsolute, relative, resolve, sep } from 'node:path';
import type { SourceLocation } from '../model';
import type { Graph } from '../template';
import type { Draft } from './fingerprint';

/** `name (file:line:column)`, or the place alone. */
const FRAME = /(?:^|\()(\/[^()]*|[A-Za-z]:[\\/][^()]*):(\d+):(\d+)\)?$/;

/**
 * The place in the code of the app that made a resource: the innermost frame that is in a file of the working directory.
 * What another machine synthesized elsewhere has none, for the path would lead nowhere.
 * @param frames Frames of the creation, innermost first.
 */
export function sourceOf(frames: readonly string[] = []): SourceLocation | undefined {
  for (const frame of frames) {
    const [, file = '', line, column] = FRAME.exec(frame) ?? [];
    const path = relative(process.cwd(), resolve(file));
    if (file === '' || path.startsWith('..') || isAbsolute(path) || /(^|[\\/])node_modules[\\/]/.test(path)) continue;
    if (Number(line) < 1 || Number(column) < 1) continue;
    return { file: path.split(sep).join('/'), line: Number(line), column: Number(column) };
  }
  return undefined;
}

/** The drafts with the code behind what needs mending, where the assembly tells it. */
export function withSources(drafts: readonly Draft[], graph: Graph): readonly Draft[] {
  const templates = new Map(graph.templates.map((template) => [template.path, template]));
  return drafts.map((draft) => {
    const { status, template, logicalId } = draft.finding;
    if (status === 'pass' || logicalId === '') return draft;
    const found = templates.get(template)?.resource(logicalId);
    const source = sourceOf(found?.creationStack);
    return source ? { ...draft, finding: { ...draft.finding, source } } : draft;
  });
}
