import type { Excerpt, Finding, SourceLocation } from '../../model';
import { maskLines } from './mask-lines';

/** Most lines of a template that one finding shows. */
const MOST_LINES = 12;
/** Longer lines are cut. In characters. */
const MOST_CHARACTERS = 160;

/**
 * The lines where findings stand, by the ids of the findings. Each file is read once, and one at a time.
 * @param text Text of a file; without it there are no excerpts.
 */
export function excerptsOf(
  findings: readonly Finding[],
  text: ((path: string) => string | undefined) | undefined,
): ReadonlyMap<string, Excerpt> {
  const excerpts = new Map<string, Excerpt>();
  for (const [file, there] of byFile(findings.filter(isPlaced))) {
    const lines = text?.(file)?.split(/\r?\n/);
    if (!lines) continue;
    const secrets = there
      .filter(({ category }) => category === 'secrets-plaintext')
      .map(({ location }) => location.line);
    for (const { id, location } of there) {
      if (location.line <= lines.length) excerpts.set(id, excerptAt(lines, location.line, secrets));
    }
  }
  return excerpts;
}

function byFile(findings: readonly Placed[]): ReadonlyMap<string, readonly Placed[]> {
  const files = new Map<string, Placed[]>();
  for (const finding of findings) {
    const there = files.get(finding.location.file);
    if (there) there.push(finding);
    else files.set(finding.location.file, [finding]);
  }
  return files;
}

type Placed = Finding & { readonly location: SourceLocation };

function isPlaced(finding: Finding): finding is Placed {
  return finding.location !== undefined;
}

/** @param secrets Numbers of lines that hold secrets. */
function excerptAt(lines: readonly string[], first: number, secrets: readonly number[]): Excerpt {
  const shown = lines.slice(first - 1, first - 1 + heightAt(lines, first - 1));
  const margin = marginOf(shown);
  const masked = maskLines(shown, new Set(secrets.map((line) => line - first)));
  return { first, lines: masked.map((line) => cut(line.slice(margin))) };
}

/** The line, those that stand deeper below it, and the one that closes them. */
function heightAt(lines: readonly string[], start: number): number {
  const depth = depthOf(lines[start] ?? '');
  let end = start + 1;
  while (end - start < MOST_LINES && end < lines.length && depthOf(lines[end] ?? '') > depth) end += 1;
  const closes = /^\s*[\]}]/.test(lines[end] ?? '') && end > start + 1;
  return Math.min(end - start + (closes ? 1 : 0), MOST_LINES);
}

function depthOf(line: string): number {
  return line.trim() === '' ? Number.POSITIVE_INFINITY : line.length - line.trimStart().length;
}

function marginOf(lines: readonly string[]): number {
  const depths = lines.map(depthOf).filter(Number.isFinite);
  return depths.length === 0 ? 0 : Math.min(...depths);
}

function cut(line: string): string {
  return line.length > MOST_CHARACTERS ? `${line.slice(0, MOST_CHARACTERS)}…` : line;
}
